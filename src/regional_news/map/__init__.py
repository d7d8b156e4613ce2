"""The maps: the base map, what is drawn on it, and its scripts; only here is folium."""
