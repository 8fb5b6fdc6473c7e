package io.stile.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewCustomerDraftTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', emptyValue = "", nullValues = "-", textBlock = """
      zora neale       | Zora Neale | ''            | ''
      Jan van Dijk     | Jan van Dijk | ''          | ''
      030 / 23125001   | ''         | 030 / 23125001 | ''
      +49 30 23125001  | ''         | +49 30 23125001 | ''
      zora@example.org | ''         | ''            | zora@example.org
      C-204417         | ''         | ''            | ''
      """)
  void putsWhatWasTypedWhereItBelongs(String typed, String name, String phone, String email) {
    NewCustomerDraft draft = NewCustomerDraft.of(typed);

    assertThat(draft.name()).isEqualTo(name);
    assertThat(draft.phone()).isEqualTo(phone);
    assertThat(draft.email()).isEqualTo(email);
  }
}
