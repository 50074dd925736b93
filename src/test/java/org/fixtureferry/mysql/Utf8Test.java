package org.fixtureferry.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Utf8Test {
  @ParameterizedTest
  @CsvSource({
    "eda0bdedb880, D83D DE00",
    "61eda0bd, 61 D83D",
    "edb88061, DE00 61",
    "4dfc, 4D DCFC",
    "ce91ce, 391 DCCE",
    "c080, DCC0 DC80",
    "e08080, DCE0 DC80 DC80",
    "eda0, DCED DCA0",
    "f0808080, DCF0 DC80 DC80 DC80",
    "ff41f09f9880, DCFF 41 D83D DE00"
  })
  void losesNoByte(String bytes, String units) {
    String text = Utf8.decode(HexFormat.of().parseHex(bytes));

    StringBuilder found = new StringBuilder();
    text.chars().forEach(unit -> found.append(Integer.toHexString(unit).toUpperCase()).append(' '));
    assertThat(found.toString().strip()).isEqualTo(units);
  }

  @Test
  void writesHalvesAsTheyWereRead() {
    byte[] bytes = HexFormat.of().parseHex("ce9161eda0bdedb88062eda0bd");

    String text = Utf8.decode(bytes);

    assertThat(Utf8.hasLoneSurrogate(text)).isTrue();
    assertThat(Utf8.encode(text, true)).isEqualTo(bytes);
    assertThat(Utf8.encode(text, false))
        .isEqualTo(HexFormat.of().parseHex("ce9161f09f988062eda0bd"));
  }

  @Test
  void leavesPlainTextAlone() {
    String text = "Αθήνα \uD83D\uDE00 \u2028 \0";

    assertThat(Utf8.decode(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
    assertThat(Utf8.hasLoneSurrogate(text)).isFalse();
    assertThat(Utf8.hasSurrogate("Αθήνα")).isFalse();
    assertThat(Utf8.encode(text, false)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
  }
}
