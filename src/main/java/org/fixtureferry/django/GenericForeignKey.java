package org.fixtureferry.django;

/**
 * A pair of fields that together point at any object: a content type and that model's primary key.
 *
 * @param name the attribute's name; it does not occur in a fixture
 * @param contentType name of the field that holds the content type
 * @param objectId name of the field that holds the primary key
 */
public record GenericForeignKey(String name, String contentType, String objectId) {
  public GenericForeignKey {
    Check.present("generic foreign key", name);
    Check.present("content type field of " + name, contentType);
    Check.present("object id field of " + name, objectId);
  }
}
