package org.fixtureferry.connect.sandbox;

/** A throwaway database server on this machine and the account that may do everything on it. */
public interface SandboxServer extends AutoCloseable {

  String host();

  int port();

  String user();

  String password();

  /** Stops the server and deletes its data; a second call does nothing. */
  @Override
  void close();
}
