/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;

@AnalyzeClasses(packages = "org.modan", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /**
     * Lower bounds, so that no rule below passes on nothing: a module gains classes more often than
     * it loses them.
     */
    private static final Map<Module, Integer> LEAST_CLASSES =
            Map.of(
                    Module.SPI, 45,
                    Module.NN, 65,
                    Module.CONTRACT, 60,
                    Module.RUNTIME, 140,
                    Module.CLI, 45,
                    Module.TESTKIT, 10,
                    Module.PRETRAIN, 8,
                    Module.DATASETS, 70,
                    Module.EVALUATION, 4);

    private static final String[] INJECTION = {
        "com.google.inject..", "jakarta.inject..", "javax.inject.."
    };

    @ArchTest
    void everyModuleWasSeen(JavaClasses classes) {
        LEAST_CLASSES.forEach(
                (module, least) ->
                        assertThat(module.in(classes))
                                .as("classes of %s", module)
                                .hasSizeGreaterThanOrEqualTo(least));
    }

    @ArchTest
    void everyClassLivesInThePackageOfItsModule(JavaClasses classes) {
        assertThat(classes).isNotEmpty().allMatch(type -> Module.of(type).ownsPackageOf(type));
    }

    @ArchTest
    void spiDependsOnNothingOfOurs(JavaClasses classes) {
        mayDependOn(Module.SPI).check(classes);
    }

    @ArchTest
    void nnDependsOnlyOnSpi(JavaClasses classes) {
        mayDependOn(Module.NN, Module.SPI).check(classes);
    }

    @ArchTest
    void contractDependsOnlyOnSpiAndNn(JavaClasses classes) {
        mayDependOn(Module.CONTRACT, Module.SPI, Module.NN).check(classes);
    }

    @ArchTest
    void testkitDependsOnlyOnWhatPluginsSeeAndOnTheContract(JavaClasses classes) {
        mayDependOn(Module.TESTKIT, Module.SPI, Module.NN, Module.CONTRACT).check(classes);
    }

    @ArchTest
    void runtimeDependsOnlyOnSpiNnAndTheContract(JavaClasses classes) {
        mayDependOn(Module.RUNTIME, Module.SPI, Module.NN, Module.CONTRACT).check(classes);
    }

    @ArchTest
    void cliReachesEverythingThroughRuntime(JavaClasses classes) {
        mayDependOn(Module.CLI, Module.SPI, Module.RUNTIME).check(classes);
        noClasses()
                .that()
                .resideInAPackage(Module.CLI.packages())
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.djl..")
                .because("the engine takes seconds to start, and help must not wait for it")
                .allowEmptyShould(true)
                .check(classes);
    }

    @ArchTest
    void pluginsDependOnlyOnSpiAndNnAndNotOnEachOther(JavaClasses classes) {
        for (Module plugin : List.of(Module.PRETRAIN, Module.DATASETS, Module.EVALUATION)) {
            mayDependOn(plugin, Module.SPI, Module.NN).check(classes);
        }
    }

    @ArchTest
    void pluginsKeepOutOfInternalPackages(JavaClasses classes) {
        noClasses()
                .that()
                .resideInAnyPackage(
                        Module.PRETRAIN.packages(),
                        Module.DATASETS.packages(),
                        Module.EVALUATION.packages())
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.modan..internal..")
                .because("the host keeps them from plugins")
                .check(classes);
    }

    @ArchTest
    void injectionIsKnownToRuntimeOnly(JavaClasses classes) {
        noClasses()
                .that(not(resideInAPackage(Module.RUNTIME.packages())))
                .should()
                .dependOnClassesThat(resideInAnyPackage(INJECTION))
                .check(classes);
    }

    @ArchTest
    void onlyCliPrintsAndEndsTheProcess(JavaClasses classes) {
        noClasses()
                .that(not(resideInAPackage(Module.CLI.packages())))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .orShould()
                .callMethodWhere(
                        target(name("printStackTrace")).and(target(rawParameterTypes(List.of()))))
                .check(classes);
    }

    @ArchTest
    void modulesAndTheirPackagesFormNoCycles(JavaClasses classes) {
        slices().matching("org.modan.(*)..").should().beFreeOfCycles().check(classes);
        slices().matching("org.modan.(**)").should().beFreeOfCycles().check(classes);
    }

    @ArchTest
    void nothingLogsThroughTheJdk(JavaClasses classes) {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("java.util.logging.."))
                .because("logs go through SLF4J")
                .check(classes);
    }

    @ArchTest
    void everyRandomChoiceHasASeed(JavaClasses classes) {
        noClasses()
                .should()
                .callConstructor(Random.class)
                .orShould()
                .callConstructor(SplittableRandom.class)
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(Collections.class, "shuffle", List.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
                .because("one fold run alone must equal the same fold inside the matrix")
                .check(classes);
    }

    @ArchTest
    void nothingStaticIsReassigned(JavaClasses classes) {
        fields().that().areStatic().should().beFinal().check(classes);
    }

    private static ArchRule mayDependOn(Module module, Module... others) {
        EnumSet<Module> allowed = EnumSet.of(module, others);
        return noClasses()
                .that()
                .resideInAPackage(module.packages())
                .should()
                .dependOnClassesThat(Module.otherThan(allowed))
                .allowEmptyShould(true);
    }
}
