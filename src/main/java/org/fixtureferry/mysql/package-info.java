/**
 * MySQL and MariaDB as we use them: endpoints, connections, catalog questions, row streams,
 * checksums computed on the server.
 *
 * <p>Catalog questions are .sql resources named by what they ask. Start reading at {@link
 * org.fixtureferry.mysql.Database}.
 */
package org.fixtureferry.mysql;
