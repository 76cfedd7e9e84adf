/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.Source;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** A module of the build: where its classes come from, and the one package they must live in. */
enum Module {
    SPI("framework/spi", "modan-spi", "org.modan.spi"),
    NN("framework/nn", "modan-nn", "org.modan.nn"),
    CONTRACT("framework/contract", "modan-contract", "org.modan.contract"),
    RUNTIME("framework/runtime", "modan-runtime", "org.modan.runtime"),
    CLI("framework/cli", "modan-cli", "org.modan.cli"),
    TESTKIT("framework/testkit", "modan-testkit", "org.modan.testkit"),
    PRETRAIN("plugins-pretrain", "modan-plugins-pretrain", "org.modan.pretrain"),
    DATASETS("plugins-datasets", "modan-plugins-datasets", "org.modan.datasets"),
    EVALUATION("plugins-eval", "modan-plugins-eval", "org.modan.evaluation");

    private final String folder;
    private final String artifact;
    private final String rootPackage;

    Module(String folder, String artifact, String rootPackage) {
        this.folder = folder;
        this.artifact = artifact;
        this.rootPackage = rootPackage;
    }

    String packages() {
        return rootPackage + "..";
    }

    /** Modan's classes outside the given modules. */
    static DescribedPredicate<JavaClass> otherThan(Collection<Module> modules) {
        List<String> packages = modules.stream().map(Module::packages).toList();
        return JavaClass.Predicates.resideInAPackage("org.modan..")
                .and(
                        DescribedPredicate.not(
                                JavaClass.Predicates.resideInAnyPackage(
                                        packages.toArray(String[]::new))))
                .as("reside in org.modan outside of %s", packages);
    }

    static Module of(JavaClass type) {
        return Arrays.stream(values())
                .filter(module -> module.delivered(type))
                .findFirst()
                .orElseThrow(
                        () ->
                                new AssertionError(
                                        type.getName()
                                                + " is of no known module: "
                                                + type.getSource()));
    }

    List<JavaClass> in(JavaClasses classes) {
        return classes.stream().filter(this::delivered).toList();
    }

    boolean ownsPackageOf(JavaClass type) {
        return (type.getPackageName() + ".").startsWith(rootPackage + ".");
    }

    /** From the module's class folder in {@code mvn test}, from its jar once that is packaged. */
    private boolean delivered(JavaClass type) {
        String source = type.getSource().map(Source::getUri).map(Object::toString).orElse("");
        return source.contains("/" + folder + "/target/classes/")
                || source.matches(".*/" + artifact + "-[0-9][^/]*\\.jar!.*");
    }
}
