package org.fixtureferry.verify;

/**
 * What the operator's decisions did to the rows of one table at the source.
 *
 * @param rejected rows kept aside in the rejects file
 * @param leftOut other rows left out
 * @param changed rows that arrive with another value
 * @param added rows that arrive although the source lacks them
 */
record Decided(long rejected, long leftOut, long changed, long added) {
  static final Decided NOTHING = new Decided(0, 0, 0, 0);
}
