/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.modan.spi.ExtensionFactory;
import org.modan.spi.Option;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;

/** What every extension says of itself before it is created. */
public final class Declaration {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Path BASE = Path.of("").toAbsolutePath();

    private final ExtensionFactory factory;
    private final Options options;

    /**
     * @param options what the extension is to be created with
     */
    public Declaration(ExtensionFactory factory, Options options) {
        this.factory = requireNonNull(factory, "factory is null");
        this.options = requireNonNull(options, "options is null");
    }

    public List<Check> checks() {
        return List.of(
                new Check("its name is in lower case with dashes", this::nameIsWellFormed),
                new Check("its summary is one line", this::summaryIsOneLine),
                new Check("its citation is one line or none", this::citationIsOneLine),
                new Check("its options have names and descriptions", this::optionsAreDescribed),
                new Check(
                        "the default of every option is a value it takes", this::defaultsAreValid),
                new Check(
                        "its options are read back as they are recorded", this::optionsRoundTrip));
    }

    private void nameIsWellFormed() {
        String name = factory.name();
        if (name == null || !NAME.matcher(name).matches()) {
            throw new ContractViolation(
                    "name() is \"%s\"; experiments name it in lower case with dashes between words, such as \"my-method\""
                            .formatted(name));
        }
    }

    private void summaryIsOneLine() {
        if (!isOneLine(factory.summary())) {
            throw new ContractViolation(
                    "summary() is \"%s\"; `modan list` prints one line of it, so it must be one and not blank"
                            .formatted(factory.summary()));
        }
    }

    private void citationIsOneLine() {
        Optional<String> citation = factory.citation();
        if (citation == null || citation.isPresent() && !isOneLine(citation.get())) {
            throw new ContractViolation(
                    "citation() is %s; it is one line of authors, title, where and year, or Optional.empty()"
                            .formatted(citation));
        }
    }

    private void optionsAreDescribed() {
        Problems problems = new Problems("options()");
        for (Option<?> option : spec().options()) {
            problems.require(
                    NAME.matcher(option.name()).matches(),
                    "the name \"%s\" is not in lower case with dashes",
                    option.name());
            problems.require(
                    isOneLine(option.description()),
                    "the description of %s is \"%s\"; help prints one line of it",
                    option.name(),
                    option.description());
        }
        problems.throwIfAny();
    }

    private void defaultsAreValid() {
        Problems problems = new Problems("options()");
        for (Option<?> option : spec().options()) {
            option.defaultValue().ifPresent(value -> requireReadBack(option, value, problems));
        }
        problems.throwIfAny();
    }

    private static void requireReadBack(Option<?> option, Object value, Problems problems) {
        // Numbers also come as text, from a command line.
        boolean scalar = value instanceof Number || value instanceof Boolean;
        for (Object raw : scalar ? List.of(value, value.toString()) : List.of(recorded(value))) {
            try {
                Object again = option.read(raw, BASE);
                problems.require(
                        again.equals(value),
                        "the default of %s is %s, which is read back as %s",
                        option.name(),
                        value,
                        again);
            } catch (IllegalArgumentException e) {
                problems.require(
                        false, "the default of %s is refused: %s", option.name(), e.getMessage());
            }
        }
    }

    private static Object recorded(Object value) {
        return value instanceof Path ? value.toString() : value;
    }

    private void optionsRoundTrip() {
        Problems problems = new Problems("options()");
        Map<String, Object> recorded = options.asMap();
        Options again =
                spec().resolve(
                                recorded,
                                BASE,
                                problem ->
                                        problems.require(
                                                false,
                                                "%s %s",
                                                problem.option(),
                                                problem.message()));
        problems.throwIfAny();
        if (!again.equals(options)) {
            throw new ContractViolation(
                    "options(): what a run records as %s is read back as %s; nobody could repeat the run from its record"
                            .formatted(recorded, again.asMap()));
        }
    }

    private OptionSpec spec() {
        OptionSpec spec = factory.options();
        if (spec == null) {
            throw new ContractViolation(
                    "options() is null; an extension without options gives OptionSpec.none()");
        }
        return spec;
    }

    private static boolean isOneLine(String text) {
        return text != null && !text.isBlank() && text.lines().count() == 1;
    }
}
