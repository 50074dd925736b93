/**
 * What an application version looks like to Django and to its database: models, relations, natural
 * keys, tables.
 *
 * <p>A profile is a JSON resource; {@link org.fixtureferry.django.Profiles} reads it. No class
 * here, or anywhere else, knows an application by name. Start reading at {@link
 * org.fixtureferry.django.Profile}.
 */
package org.fixtureferry.django;
