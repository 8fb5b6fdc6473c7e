package io.stile.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HolidaysTest {

  @Test
  void namesTheHolidaysOfACountryInEnglish() {
    Holidays germany = Holidays.of("de");

    assertThat(germany.nameOf(LocalDate.of(2025, 4, 21))).contains("Easter Monday");
    assertThat(germany.nameOf(LocalDate.of(2025, 11, 21))).isEmpty();
    assertThat(Holidays.none().nameOf(LocalDate.of(2025, 4, 21))).isEmpty();
  }

  @Test
  void knowsTheHolidaysOfARegion() {
    LocalDate epiphany = LocalDate.of(2025, 1, 6);

    assertThat(Holidays.of("DE", "by").nameOf(epiphany)).contains("Epiphany");
    assertThat(Holidays.of("de", "BE").nameOf(epiphany)).isEmpty();
  }

  @Test
  void closesBothTheHolidayAndTheDayOnWhichItIsObserved() {
    Holidays unitedStates = Holidays.of("us");

    assertThat(unitedStates.nameOf(LocalDate.of(2021, 7, 4))).contains("Independence Day");
    assertThat(unitedStates.nameOf(LocalDate.of(2021, 7, 5))).contains("Independence Day (observed)");
  }

  @Test
  void findsAHolidayThatIsObservedInTheYearBefore() {
    assertThat(Holidays.of("us").nameOf(LocalDate.of(2021, 12, 31))).contains("New Year's Day (observed)");
  }

  @Test
  void refusesACountryOrRegionThatItDoesNotKnow() {
    assertThatIllegalArgumentException().isThrownBy(() -> Holidays.of("zz")).withMessageContaining("'zz'").withMessageContaining("DE");
    assertThatIllegalArgumentException().isThrownBy(() -> Holidays.of("de", "xx")).withMessageContaining("'xx'").withMessageContaining("by");
    assertThatIllegalArgumentException().isThrownBy(() -> Holidays.of("de", "be", "xx")).withMessageContaining("'xx'");
    assertThatIllegalArgumentException().isThrownBy(() -> Holidays.of(null)).withMessageContaining("country");
  }

  @Test
  void answersSeveralThreadsAtOnce() {
    Holidays shared = Holidays.of("de");
    List<CompletableFuture<Optional<String>>> asked = IntStream.range(0, 400)
        .mapToObj(i -> CompletableFuture.supplyAsync(() -> shared.nameOf(LocalDate.of(1990 + i % 40, 12, 25))))
        .toList();

    assertThat(asked).allSatisfy(answer -> assertThat(answer.join()).contains("1st Christmas day"));
  }

  @Test
  void listsTheCountriesAndTheirRegions() {
    assertThat(Holidays.countries()).containsEntry("de", "Germany").containsEntry("pt", "Portugal").doesNotContainKey("nyse");
    assertThat(List.copyOf(Holidays.countries().values())).isSorted();
    assertThat(Holidays.regions("de")).containsEntry("by", "Bavaria").containsKey("by/mu");
    assertThat(Holidays.regions("DE")).isEqualTo(Holidays.regions("de"));
    assertThat(Holidays.regions("xx")).isEmpty();
    Holidays.regions("de").keySet().forEach(region -> assertThat(Holidays.of("de", region.split("/"))).isNotNull());
  }
}
