package io.stile;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Date;
import java.util.Set;

@AnalyzeClasses(packages = "io.stile", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final Set<String> SUFFIXES = Set.of("Util", "Utils", "Helper", "Manager", "Impl", "Dto", "DTO");

  @ArchTest
  static final ArchRule onlyTheSeamKnowsTheEngine = noClasses()
      .that().resideOutsideOfPackage("io.stile.engine.camunda..")
      .should().dependOnClassesThat().resideInAnyPackage("org.camunda..", "org.operaton..")
      .because("the engine is replaced one day, and then only engine.camunda is written anew");

  @ArchTest
  static final ArchRule workingTimeNeedsNoFramework = noClasses()
      .that().resideInAPackage("io.stile.sla..").and().doNotHaveSimpleName("package-info")
      .should().dependOnClassesThat().resideInAnyPackage("org.springframework..", "jakarta..")
      .because("clock arithmetic is a pure function of facts and calendar");

  @ArchTest
  static final ArchRule nobodyReadsTheTimeBesideTheClock = noClasses()
      .should().callMethodWhere(new DescribedPredicate<JavaCall<?>>("it reads the machine's time") {
        @Override
        public boolean test(JavaCall<?> call) {
          boolean now = call.getName().equals("now") && call.getTargetOwner().getPackageName().equals("java.time")
              && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
          return now || call.getName().equals("systemDefault") && call.getTargetOwner().isEquivalentTo(ZoneId.class);
        }
      }).because("the demonstration and tests move the clock, and a zone is always a parameter");

  @ArchTest
  static final ArchRule nobodyCreatesTheDateOfNow = noClasses().should().callConstructor(Date.class)
      .because("it reads the machine's time beside the application's clock");

  @ArchTest
  static final ArchRule namesSayWhatAThingStandsFor = classes()
      .should(new ArchCondition<JavaClass>("not be called after a pattern") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
          if (SUFFIXES.stream().anyMatch(type.getSimpleName()::endsWith)) {
            events.add(SimpleConditionEvent.violated(type, type.getName()));
          }
        }
      });
}
