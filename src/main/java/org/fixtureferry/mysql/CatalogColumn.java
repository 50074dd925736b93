package org.fixtureferry.mysql;

import java.util.Optional;
import org.fixtureferry.django.Column;

/** A column that stands in a table, with the charset and collation of text. */
public record CatalogColumn(
    String table, Column column, Optional<String> charset, Optional<String> collation) {}
