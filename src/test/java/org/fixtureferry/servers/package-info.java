/**
 * The two servers of the tests, one as the old host has it (MySQL 5.5.9) and one as the new host
 * may have it (MariaDB 11.4). Start reading at {@link org.fixtureferry.servers.Servers}.
 */
package org.fixtureferry.servers;
