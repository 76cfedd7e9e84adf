/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

/** What checks found. */
final class Verdicts {

    private final List<Check> checks;

    private Verdicts(List<Check> checks) {
        this.checks = checks;
    }

    static Verdicts of(List<Check> checks) {
        assertThat(checks).extracting(Check::name).doesNotHaveDuplicates();
        return new Verdicts(checks);
    }

    /** The message of the violation a check found; fails if it found none. */
    String violation(String check) {
        Check named =
                checks.stream()
                        .filter(one -> one.name().equals(check))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no check " + check));
        return violation(named).orElseThrow(() -> new AssertionError("no violation of: " + check));
    }

    /** The names of the checks that do not hold. */
    List<String> violated() {
        return checks.stream()
                .filter(check -> violation(check).isPresent())
                .map(Check::name)
                .toList();
    }

    private static Optional<String> violation(Check check) {
        try {
            check.body().run();
            return Optional.empty();
        } catch (ContractViolation e) {
            return Optional.of(e.getMessage());
        } catch (Exception e) {
            return Optional.of("threw " + e);
        }
    }
}
