/**
 * Who may come in: the one operator account, the link that makes it, sessions, and how often
 * somebody may try.
 *
 * <p>Nothing here knows HTTP; the console asks. Start reading at {@link
 * org.fixtureferry.access.SignIn}.
 */
package org.fixtureferry.access;
