/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.check;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.modan.runtime.check.CheckListener.Step;
import org.modan.runtime.data.DatasetProblems;
import org.modan.runtime.experiment.DatasetRules;
import org.modan.runtime.experiment.OnBadImage;
import org.modan.runtime.metadata.ValueAudit;
import org.modan.runtime.plugin.Extension;
import org.modan.runtime.plugin.failure.PluginCall;
import org.modan.runtime.protocol.TaskProtocol;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.DatasetAdapterFactory;
import org.modan.spi.DatasetInfo;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.spi.Options;
import org.modan.spi.PluginContext;
import org.modan.spi.Sample;
import org.modan.spi.Seed;

/** Opens a dataset as an experiment would, and looks at every image of it. */
final class DatasetCheck {

    private final String name;
    private final Extension<DatasetAdapterFactory> extension;
    private final DatasetRules rules;
    private final List<ValueAudit> audits;
    private final List<TaskProtocol> tasks;
    private final CheckListener listener;
    private final Set<String> warnings = new LinkedHashSet<>();

    /**
     * @param name what messages call the dataset, such as {@code busi} or {@code tasks.busi}
     * @param rules of the experiment
     * @param audits take account of the dataset's values
     * @param tasks that it is to be
     */
    public DatasetCheck(
            String name,
            Extension<DatasetAdapterFactory> extension,
            DatasetRules rules,
            List<ValueAudit> audits,
            List<TaskProtocol> tasks,
            CheckListener listener) {
        this.name = requireNonNull(name, "name is null");
        this.extension = requireNonNull(extension, "extension is null");
        this.rules = requireNonNull(rules, "rules is null");
        this.audits = List.copyOf(audits);
        this.tasks = List.copyOf(tasks);
        this.listener = requireNonNull(listener, "listener is null");
    }

    /**
     * @return also of a dataset that cannot be used, with the reasons
     * @throws ModanException if the options or the plugin are at fault rather than the images
     */
    public DatasetReport check(Options options) {
        DatasetAdapterFactory factory = extension.factory();
        try (DatasetAdapter adapter =
                ofPlugin(() -> factory.open(options, new Listening(warnings::add)))) {
            DatasetInfo info = ofPlugin(adapter::info);
            List<Sample> samples = ofPlugin(() -> List.copyOf(adapter.samples()));
            audits.forEach(audit -> audit.add(info, samples));
            return report(adapter, info, samples);
        } catch (ModanException e) {
            if (e.code() != ErrorCode.DATASET) {
                throw e;
            }
            return DatasetReport.unopened(
                    name, factory.name(), e.getMessage(), List.copyOf(warnings));
        }
    }

    private DatasetReport report(DatasetAdapter adapter, DatasetInfo info, List<Sample> samples) {
        int images = samples.size();
        List<Picture> pictures =
                samples.stream().map(sample -> Picture.of(sample, info.classes())).toList();
        Survey survey =
                Survey.of(
                        adapter,
                        samples,
                        done -> listener.progress(name, Step.READING, done, images));
        NearPairs near =
                NearPairSearch.among(
                        pictures,
                        survey.sightings(),
                        done -> listener.progress(name, Step.COMPARING, done, images));
        List<CopySet> copies = CopySet.among(pictures, survey.sightings());
        Map<String, Integer> classes = Tally.classes(info, pictures);
        Groups groups = Groups.of(pictures);
        List<String> flat = flat(pictures, survey);
        List<String> problems = problems(info, samples, survey);
        List<String> allWarnings = new ArrayList<>(warnings);
        Verdict.warning(images, survey, rules.onBadImage()).ifPresent(allWarnings::add);
        allWarnings.addAll(Verdict.warnings(classes, groups, flat, copies, near));
        return new DatasetReport(
                name,
                extension.factory().name(),
                info.description(),
                images,
                survey.readable(),
                classes,
                (int) samples.stream().filter(sample -> sample.label().isEmpty()).count(),
                groups,
                Sizes.of(survey.seen()),
                Tally.colours(survey.seen()),
                Tally.fields(info, samples.stream().map(rules.values()::apply).toList()),
                flat,
                survey.unreadable(),
                copies,
                near,
                problems,
                allWarnings);
    }

    private List<String> problems(DatasetInfo info, List<Sample> samples, Survey survey) {
        List<String> problems = new ArrayList<>(DatasetProblems.of(info, samples));
        if (problems.isEmpty()) {
            Verdict.problem(info, samples, survey, rules.onBadImage()).ifPresent(problems::add);
            boolean skips = rules.onBadImage() == OnBadImage.SKIP;
            problems.addAll(
                    new TaskTrial(info, samples, skips ? survey.unreadable() : List.of())
                            .problems(tasks, warnings::add));
        }
        return problems;
    }

    private static List<String> flat(List<Picture> pictures, Survey survey) {
        return IntStream.range(0, pictures.size())
                .filter(
                        i ->
                                survey.sightings()
                                        .get(i)
                                        .filter(seen -> seen.fingerprint().isEmpty())
                                        .isPresent())
                .mapToObj(i -> pictures.get(i).id())
                .toList();
    }

    private <T> T ofPlugin(Supplier<T> call) {
        return PluginCall.unplaced(extension, name, call);
    }

    /** Hears what an adapter warns of; what it draws at random depends on no experiment. */
    private record Listening(Consumer<String> warnings) implements PluginContext {

        @Override
        public Seed seed() {
            return new Seed(0);
        }

        @Override
        public void warn(String message) {
            warnings.accept(message);
        }
    }
}
