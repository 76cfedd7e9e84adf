/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.modan.runtime.experiment.ProtocolConfig.Profile;
import org.modan.runtime.experiment.section.Section;
import org.modan.runtime.experiment.section.Words;
import org.modan.runtime.metrics.MetricName;
import org.modan.runtime.statistics.Alternative;
import org.modan.spi.Option;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;

/** Reads which arm the others are tested against, and for what. */
final class CompareReader {

    static final String KEY = "compare";
    static final Option<String> REFERENCE =
            Option.text("reference", "id of the arm the others are tested against").optional();

    private static final Option<String> ALTERNATIVE =
            Option.choice("alternative", "of the tests", Words.of(Alternative.class)).optional();
    private static final Option<List<String>> METRICS =
            Option.textOrList("metrics", "that are tested, the primary one first")
                    .where("without repetitions", CompareReader::isSet)
                    .withDefault(List.of("auc"));
    private static final OptionSpec OPTIONS = OptionSpec.of(REFERENCE, ALTERNATIVE, METRICS);

    private final List<String> arms;
    private final Alternative usual;

    /**
     * @param arms ids of the experiment's arms
     * @param profile which alternative is the usual one
     */
    CompareReader(List<String> arms, Profile profile) {
        this.arms = List.copyOf(arms);
        this.usual = profile == Profile.PAPER ? Alternative.GREATER : Alternative.TWO_SIDED;
    }

    /** Empty if something was reported. */
    Optional<CompareConfig> read(Section experiment) {
        return experiment.section(KEY).flatMap(this::readSection);
    }

    private Optional<CompareConfig> readSection(Section section) {
        Optional<Options> values = section.readAllBut(List.of(), OPTIONS);
        Optional<String> reference = section.text(REFERENCE.name());
        if (reference.isPresent() && !isArm(reference.get())) {
            section.report(
                    REFERENCE.name(),
                    "must be the id of an arm, not '%s'".formatted(reference.get())
                            + Section.instead(reference.get(), arms));
            return Optional.empty();
        }
        return values.flatMap(options -> config(section, reference, options));
    }

    /** One of a matrix's arms is looked for when all of them are known. */
    private boolean isArm(String reference) {
        return arms.contains(reference) || arms.contains(ArmLabel.parse(reference).id());
    }

    private Optional<CompareConfig> config(
            Section section, Optional<String> reference, Options options) {
        List<String> known = MetricName.all().stream().map(MetricName::text).toList();
        List<MetricName> metrics = new ArrayList<>();
        for (String name : options.get(METRICS)) {
            Optional<MetricName> metric = MetricName.find(name);
            metric.ifPresentOrElse(
                    metrics::add,
                    () ->
                            section.report(
                                    METRICS.name(),
                                    "must be names of metrics, not '%s'".formatted(name)
                                            + Section.instead(name, known)));
        }
        if (options.get(METRICS).isEmpty()) {
            section.report(METRICS.name(), "must name at least one metric, such as auc");
        }
        return metrics.isEmpty() || metrics.size() < options.get(METRICS).size()
                ? Optional.empty()
                : Optional.of(
                        new CompareConfig(
                                reference.or(() -> arms.stream().findFirst()),
                                options.find(ALTERNATIVE)
                                        .map(word -> Words.parse(Alternative.class, word))
                                        .orElse(usual),
                                metrics));
    }

    private static boolean isSet(List<String> names) {
        return new HashSet<>(names).size() == names.size();
    }
}
