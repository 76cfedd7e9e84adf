/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.modan.runtime.experiment.section.ExperimentProblems;
import org.modan.runtime.experiment.section.ProblemCollector;
import org.modan.runtime.experiment.section.Section;
import org.modan.runtime.experiment.yaml.MapNode;
import org.modan.runtime.experiment.yaml.Node;
import org.modan.runtime.experiment.yaml.Origin;
import org.modan.runtime.experiment.yaml.YamlReader;
import org.modan.runtime.experiment.yaml.YamlWriter;

/** Everything one experiment file asks for: a single experiment, or those of a matrix. */
public final class ExperimentFile {

    private static final String DEFAULT_NAME = "experiment";

    private final List<Variant> variants;
    private final List<Matrix.Axis> axes;

    private ExperimentFile(List<Variant> variants, List<Matrix.Axis> axes) {
        this.variants = List.copyOf(variants);
        this.axes = List.copyOf(axes);
    }

    /**
     * Reads a file. Its paths start from its folder, those of {@code sets} from the working
     * directory.
     *
     * @param file in YAML
     * @param sets {@code path=value}, which take the place of the file's values
     * @param variables that values may name as {@code ${NAME}}
     * @param extensions that it may name
     * @throws ExperimentProblems if anything is wrong, with all that is
     */
    public static ExperimentFile read(
            Path file, List<String> sets, Map<String, String> variables, Extensions extensions) {
        ProblemCollector problems = new ProblemCollector();
        Path folder = file.toAbsolutePath().normalize().getParent();
        Origin origin = Origin.ofText(file.toString(), folder == null ? file : folder);
        Optional<Node> root =
                new ExperimentText(file, origin, problems)
                        .read()
                        .flatMap(new YamlReader(origin, problems::add)::read);
        if (root.isPresent() && root.get() instanceof MapNode map) {
            return read(map, nameOf(file), sets, variables, extensions, problems);
        }
        if (root.filter(node -> !node.isNull()).isPresent()) {
            problems.add(root.get().origin(), "", "must hold 'key: value' pairs at the top level");
        }
        problems.throwIfAny();
        problems.add(origin, "", "is empty; list at least one strategy under 'pretrain:'");
        throw problems.asException();
    }

    /**
     * The same without a file; messages name the path of a value alone.
     *
     * @param tree what a file would hold, as {@code Map}, {@code List}, {@code String}, {@code
     *     Number} and {@code Boolean}
     * @param base folder that its paths start from
     */
    public static ExperimentFile of(
            Map<String, Object> tree,
            Path base,
            List<String> sets,
            Map<String, String> variables,
            Extensions extensions) {
        MapNode root = (MapNode) Node.of(tree, Origin.of("", base.toAbsolutePath().normalize()));
        return read(root, DEFAULT_NAME, sets, variables, extensions, new ProblemCollector());
    }

    private static ExperimentFile read(
            MapNode tree,
            String defaultName,
            List<String> sets,
            Map<String, String> variables,
            Extensions extensions,
            ProblemCollector problems) {
        Path workingDirectory = Path.of("").toAbsolutePath();
        MapNode written =
                new Overrides(problems, workingDirectory).apply(Shorthand.expand(tree), sets);
        MapNode root = new Variables(variables, workingDirectory, problems).resolve(written);
        Matrix matrix = new Matrix(problems);
        List<Matrix.Axis> axes = matrix.readAxes(root);
        ExperimentReader reader = new ExperimentReader(extensions, problems, defaultName);
        List<Variant> variants = new ArrayList<>();
        for (Matrix.Combination combination : matrix.expand(root, axes)) {
            reader.read(combination.root())
                    .map(one -> new Variant(combination.label(), combination.axes(), one))
                    .ifPresent(variants::add);
        }
        refuseEqual(variants, root, problems);
        refuseMissingReference(variants, root, problems);
        problems.throwIfAny();
        return new ExperimentFile(variants, axes);
    }

    private static void refuseEqual(
            List<Variant> variants, MapNode root, ProblemCollector problems) {
        Map<Map<String, Object>, String> seen = new HashMap<>();
        for (Variant variant : variants) {
            String first = seen.putIfAbsent(variant.experiment().asMap(), variant.label());
            if (first != null) {
                new Section(root, "", problems)
                        .report(
                                Matrix.KEY,
                                "makes the same experiment twice, %s and %s; remove one"
                                        .formatted(first, variant.label()));
            }
        }
    }

    /** A reference may be one arm of the whole matrix, which only the whole matrix knows. */
    private static void refuseMissingReference(
            List<Variant> variants, MapNode root, ProblemCollector problems) {
        List<String> labels =
                variants.stream().flatMap(variant -> variant.armLabels().stream()).toList();
        variants.stream()
                .flatMap(variant -> variant.experiment().compare().reference().stream())
                .filter(reference -> !ArmLabel.parse(reference).variant().isEmpty())
                .filter(reference -> !labels.contains(reference))
                .distinct()
                .forEach(
                        reference ->
                                new Section(root, "", problems)
                                        .section(CompareReader.KEY)
                                        .ifPresent(
                                                section ->
                                                        section.report(
                                                                CompareReader.REFERENCE.name(),
                                                                "must be an arm of the matrix, not '%s'"
                                                                                .formatted(
                                                                                        reference)
                                                                        + Section.instead(
                                                                                reference,
                                                                                labels))));
    }

    private static String nameOf(Path file) {
        String name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        String safe = name.replaceAll("[^A-Za-z0-9._-]", "-").replaceFirst("^[^A-Za-z0-9]+", "");
        return safe.isEmpty() ? DEFAULT_NAME : safe;
    }

    /** The experiments, at least one; exactly one, without a label, if there is no matrix. */
    public List<Variant> variants() {
        return variants;
    }

    /** The same experiments with every default spelled out and every path absolute, as YAML. */
    public String resolvedYaml() {
        return resolvedYaml(arm -> Map.of());
    }

    /**
     * The same with the settings each arm is trained with, which only its strategy knows.
     *
     * @param recipes the training settings of an arm, in the words of an experiment file
     */
    public String resolvedYaml(Function<ArmConfig, Map<String, Object>> recipes) {
        Map<String, Object> tree =
                CommonGround.of(
                        variants.stream()
                                .map(variant -> variant.experiment().asMap(recipes))
                                .toList());
        if (!axes.isEmpty()) {
            Map<String, Object> matrix = new LinkedHashMap<>();
            axes.forEach(
                    axis ->
                            matrix.put(
                                    axis.path().text(),
                                    axis.alternatives().stream()
                                            .map(value -> resolve(axis, value))
                                            .toList()));
            tree.put(Matrix.KEY, matrix);
        }
        return YamlWriter.write(tree);
    }

    private Object resolve(Matrix.Axis axis, Node alternative) {
        String path = axis.path().text();
        return variants.stream()
                .filter(variant -> variant.axes().get(path).equals(alternative.toText()))
                .map(variant -> Node.of(variant.experiment().asMap(), alternative.origin()))
                .flatMap(experiment -> axis.path().find(experiment).stream())
                .findFirst()
                .orElse(alternative)
                .toObject();
    }
}
