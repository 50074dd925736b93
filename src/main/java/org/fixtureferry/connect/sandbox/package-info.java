/**
 * A database server of our own, for the demo and for the tests: a folder enters, a running MariaDB
 * on 127.0.0.1 with its port and password leaves, and closing it leaves nothing behind but the
 * unpacked binaries. Start reading at {@link org.fixtureferry.connect.sandbox.EmbeddedMariaDb}.
 */
package org.fixtureferry.connect.sandbox;
