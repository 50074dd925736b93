package org.fixtureferry.django;

/** A permission that a model declares in its Meta, beside add, change and delete. */
public record Permission(String codename, String name) {
  public Permission {
    Check.present("codename of a permission", codename);
    Check.present("name of permission " + codename, name);
  }
}
