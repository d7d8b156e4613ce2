<?xml version="1.0" encoding="utf-8"?>
<!-- An OpenDocument text, its content and its styles under one root, as a web page. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
    xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
    xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
    xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0">
  <xsl:output method="html" encoding="utf-8"/>
  <xsl:key name="style" match="style:style" use="@style:name"/>

  <xsl:template match="/">
    <html><body>
      <xsl:apply-templates select="//office:body/office:text"/>
      <xsl:for-each select="//text:note-body">
        <div role="doc-footnote"><xsl:apply-templates/></div>
      </xsl:for-each>
    </body></html>
  </xsl:template>

  <!-- What a reader does not see: deletions, comments, fields to fill in, declarations. -->
  <xsl:template match="text:tracked-changes | office:annotation | office:forms | text:note
      | text:hidden-text | text:hidden-paragraph | text:sequence-decls | text:variable-decls
      | text:user-field-decls | text:table-of-content | text:alphabetical-index"/>

  <xsl:template match="text:h"><h2><xsl:apply-templates/></h2></xsl:template>

  <xsl:template match="text:p">
    <xsl:variable name="style" select="key('style', @text:style-name)"/>
    <xsl:variable name="name" select="concat(@text:style-name, ' ', $style/@style:parent-style-name)"/>
    <xsl:if test="not($style/style:text-properties/@text:display = 'none')">
      <xsl:for-each select=".//draw:frame">
        <xsl:if test="svg:desc"><img alt="{svg:desc}"/></xsl:if>
        <xsl:apply-templates select="draw:text-box"/>
      </xsl:for-each>
      <xsl:choose>
        <xsl:when test="contains($name, 'Title') or contains($name, 'Heading')">
          <h2><xsl:apply-templates/></h2>
        </xsl:when>
        <xsl:when test="contains($name, 'Caption')">
          <figcaption><xsl:apply-templates/></figcaption>
        </xsl:when>
        <xsl:when test="contains($name, 'Quot')">
          <blockquote><xsl:apply-templates/></blockquote>
        </xsl:when>
        <xsl:otherwise><p><xsl:apply-templates/></p></xsl:otherwise>
      </xsl:choose>
    </xsl:if>
  </xsl:template>

  <xsl:template match="draw:frame"/>

  <xsl:template match="text:span">
    <xsl:variable name="own" select="key('style', @text:style-name)"/>
    <xsl:variable name="set" select="($own | key('style', $own/@style:parent-style-name))/style:text-properties"/>
    <xsl:choose>
      <xsl:when test="$set/@text:display = 'none'"/>
      <xsl:when test="$set[@style:text-line-through-style != 'none']"/>
      <xsl:when test="$set/@fo:font-weight = 'bold'"><b><xsl:apply-templates/></b></xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="text:list-item"><li><xsl:apply-templates/></li></xsl:template>
  <xsl:template match="table:table-row"><div><xsl:apply-templates/></div></xsl:template>
  <xsl:template match="table:table-cell"><div><xsl:apply-templates/></div></xsl:template>
  <xsl:template match="text:s | text:tab"><xsl:text> </xsl:text></xsl:template>
  <xsl:template match="text:line-break"><br/></xsl:template>
</xsl:stylesheet>
