"""The pages, drawn with Streamlit: filters, list, map, table and forms."""
