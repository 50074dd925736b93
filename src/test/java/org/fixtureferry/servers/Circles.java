package org.fixtureferry.servers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.fixtureferry.django.Profile;
import org.fixtureferry.django.Profiles;

/**
 * An application whose models need each other in a circle: an animal lives in a cage, a cage is
 * named after an animal.
 */
public final class Circles {
  private static final String JSON =
      """
      {"format": 1, "name": "zoo", "title": "Zoo", "django": "1.2", "charset": "utf8", "collation": "utf8_unicode_ci",
       "south": {"table": "south_migrationhistory", "migrations": []},
       "models": [
        {"appLabel": "zoo", "model": "cage", "table": "zoo_cage", "pk": "id", "fields": [
          {"name": "id", "column": "id", "type": "AutoField"},
          {"name": "star", "column": "star_id", "type": "ForeignKey", "null": true, "to": "zoo.animal"}]},
        {"appLabel": "zoo", "model": "animal", "table": "zoo_animal", "pk": "id", "fields": [
          {"name": "id", "column": "id", "type": "AutoField"},
          {"name": "cage", "column": "cage_id", "type": "ForeignKey", "to": "zoo.cage"},
          {"name": "keeper", "column": "keeper_id", "type": "ForeignKey", "to": "zoo.keeper"}]},
        {"appLabel": "zoo", "model": "keeper", "table": "zoo_keeper", "pk": "id", "fields": [
          {"name": "id", "column": "id", "type": "AutoField"},
          {"name": "boss", "column": "boss_id", "type": "ForeignKey", "null": true, "to": "zoo.keeper"}]}]}
      """;

  /** Its tables, as InnoDB has them. */
  public static final String TABLES =
      """
      SET foreign_key_checks = 0;
      CREATE TABLE zoo_cage (id int NOT NULL PRIMARY KEY AUTO_INCREMENT, star_id int,
        FOREIGN KEY (star_id) REFERENCES zoo_animal (id)) ENGINE=InnoDB;
      CREATE TABLE zoo_animal (id int NOT NULL PRIMARY KEY AUTO_INCREMENT, cage_id int NOT NULL, keeper_id int NOT NULL,
        FOREIGN KEY (cage_id) REFERENCES zoo_cage (id), FOREIGN KEY (keeper_id) REFERENCES zoo_keeper (id)) ENGINE=InnoDB;
      CREATE TABLE zoo_keeper (id int NOT NULL PRIMARY KEY AUTO_INCREMENT, boss_id int,
        FOREIGN KEY (boss_id) REFERENCES zoo_keeper (id)) ENGINE=InnoDB;
      """;

  private Circles() {}

  public static Profile profile() throws IOException {
    return Profiles.read(new ByteArrayInputStream(JSON.getBytes(StandardCharsets.UTF_8)));
  }
}
