package org.fixtureferry.verify;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How many source rows one thing became of. */
public record LedgerLine(@JsonProperty("class") LedgerClass kind, long rows) {}
