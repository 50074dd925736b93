package org.fixtureferry.crossing.store;

/**
 * Something that happened in a crossing.
 *
 * @param id counts up from 1 in each crossing
 * @param data JSON
 */
public record CrossingEvent(String crossing, long id, String type, String data) {}
