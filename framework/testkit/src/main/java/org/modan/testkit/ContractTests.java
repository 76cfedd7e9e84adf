/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.testkit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.modan.contract.Check;
import org.modan.contract.NotChecked;
import org.modan.spi.ExtensionFactory;
import org.modan.spi.OptionSpec.Problem;
import org.modan.spi.Options;
import org.opentest4j.TestAbortedException;

/** Checks as JUnit's tests. */
final class ContractTests {

    private ContractTests() {}

    static Stream<DynamicTest> of(List<Check> checks) {
        return checks.stream()
                .map(check -> DynamicTest.dynamicTest(check.name(), () -> run(check)));
    }

    private static void run(Check check) throws Exception {
        try {
            check.body().run();
        } catch (NotChecked e) {
            throw new TestAbortedException(e.getMessage(), e);
        }
    }

    /**
     * The options as the host would hand them over.
     *
     * @throws IllegalArgumentException if the host would refuse them; names every reason
     */
    static Options options(ExtensionFactory factory, Map<String, ?> given) {
        List<Problem> problems = new ArrayList<>();
        Options options = factory.options().resolve(given, Path.of(""), problems::add);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    "options() of this suite: "
                            + String.join(
                                    "; ",
                                    problems.stream()
                                            .map(one -> one.option() + " " + one.message())
                                            .toList()));
        }
        return options;
    }
}
