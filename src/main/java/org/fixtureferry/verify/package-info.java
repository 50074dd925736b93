/**
 * Station 6: both databases are read afresh and compared, row by row. Two databases enter, findings
 * and a ledger leave.
 *
 * <p>Start reading at {@link org.fixtureferry.verify.VerifyCrossing}; how two rows are compared
 * stands in {@link org.fixtureferry.verify.CompareTable}.
 */
package org.fixtureferry.verify;
