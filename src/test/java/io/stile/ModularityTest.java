package io.stile;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

  @Test
  void usesNoModuleThatItsPackageDoesNotName() {
    ApplicationModules.of(Application.class).verify();
  }
}
