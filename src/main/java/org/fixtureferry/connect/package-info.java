/**
 * Station 1: asks both servers what they are and what our accounts may do there, and the source
 * what it holds; only SELECT and SHOW ever run on it.
 *
 * <p>Two databases and a profile enter, a {@link org.fixtureferry.connect.Survey} leaves. Start
 * reading at {@link org.fixtureferry.connect.SurveySource}.
 */
package org.fixtureferry.connect;
