package org.fixtureferry.mysql;

import java.math.BigInteger;

/**
 * Rows in a number: how many, and the sums of the two 64-bit halves of each row's MD5. Sums of
 * parts add up to the sum of the whole. (XOR would let equal rows cancel each other.)
 */
public record RowSum(long count, BigInteger high, BigInteger low) {
  public static final RowSum NOTHING = new RowSum(0, BigInteger.ZERO, BigInteger.ZERO);

  public RowSum plus(RowSum other) {
    return new RowSum(count + other.count, high.add(other.high), low.add(other.low));
  }
}
