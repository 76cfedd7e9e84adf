/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

/** What checks found. */
public final class Verdicts {

    private final List<Check> checks;

    private Verdicts(List<Check> checks) {
        this.checks = checks;
    }

    public static Verdicts of(List<Check> checks) {
        assertThat(checks).extracting(Check::name).doesNotHaveDuplicates();
        return new Verdicts(checks);
    }

    /** The message of the violation a check found; fails if it found none. */
    public String violation(String check) {
        return violation(named(check))
                .orElseThrow(() -> new AssertionError("no violation of: " + check));
    }

    /** Why a check could not be made; fails if it could. */
    public String notChecked(String check) {
        try {
            named(check).body().run();
        } catch (NotChecked e) {
            return e.getMessage();
        } catch (Exception e) {
            throw new AssertionError("not skipped: " + check, e);
        }
        throw new AssertionError("not skipped: " + check);
    }

    /** The names of the checks that could not be made. */
    public List<String> skipped() {
        return checks.stream().filter(Verdicts::isSkipped).map(Check::name).toList();
    }

    /** The names of the checks that do not hold. */
    public List<String> violated() {
        return checks.stream()
                .filter(check -> violation(check).isPresent())
                .map(Check::name)
                .toList();
    }

    private Check named(String name) {
        return checks.stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no check " + name));
    }

    private static boolean isSkipped(Check check) {
        try {
            check.body().run();
            return false;
        } catch (NotChecked e) {
            return true;
        } catch (Exception | ContractViolation e) {
            return false;
        }
    }

    private static Optional<String> violation(Check check) {
        try {
            check.body().run();
            return Optional.empty();
        } catch (NotChecked e) {
            return Optional.empty();
        } catch (ContractViolation e) {
            return Optional.of(e.getMessage());
        } catch (Exception e) {
            return Optional.of("threw " + e);
        }
    }
}
