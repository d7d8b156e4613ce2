"""Where a name lies: the gazetteer as a geopy geocoder, saved answers, Nominatim, their chain."""
