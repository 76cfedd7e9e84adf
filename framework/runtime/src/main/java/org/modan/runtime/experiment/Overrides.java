/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.modan.runtime.experiment.section.ProblemCollector;
import org.modan.runtime.experiment.yaml.MapNode;
import org.modan.runtime.experiment.yaml.Node;
import org.modan.runtime.experiment.yaml.Origin;
import org.modan.runtime.experiment.yaml.ScalarNode;
import org.modan.runtime.experiment.yaml.YamlReader;

/** Values from the command line, {@code --set path=value}, that take the place of a file's. */
final class Overrides {

    private final ProblemCollector problems;
    private final Path workingDirectory;

    Overrides(ProblemCollector problems, Path workingDirectory) {
        this.problems = problems;
        this.workingDirectory = workingDirectory;
    }

    /** The experiment with these values, in order; those that cannot be set are reported. */
    MapNode apply(MapNode root, List<String> sets) {
        MapNode changed = root;
        for (String set : sets) {
            changed = apply(changed, set);
        }
        return changed;
    }

    private MapNode apply(MapNode root, String set) {
        Origin origin = Origin.of("--set " + set, workingDirectory);
        int equals = set.indexOf('=');
        if (equals < 1) {
            problems.add(origin, "", "must be path=value, such as protocol.folds=3");
            return root;
        }
        int before = problems.reports();
        Optional<Node> value =
                new YamlReader(origin, problems::add).read(set.substring(equals + 1));
        if (problems.reports() != before) {
            return root;
        }
        try {
            NodePath path = NodePath.parse(set.substring(0, equals).strip());
            refuseAxis(path, root, origin);
            Node none = new ScalarNode(origin, Optional.empty());
            return Shorthand.expand((MapNode) path.set(root, value.orElse(none)));
        } catch (IllegalArgumentException e) {
            problems.add(origin, "", e.getMessage());
            return root;
        }
    }

    /** A matrix has the last word, so a value for one of its axes would be lost. */
    private void refuseAxis(NodePath path, MapNode root, Origin origin) {
        Optional<Node> matrix = root.find(Matrix.KEY);
        if (matrix.isPresent()
                && matrix.get() instanceof MapNode axes
                && axes.find(path.text()).isPresent()) {
            problems.add(
                    origin,
                    path.text(),
                    "is an axis of the matrix; set matrix.%s=[...] instead".formatted(path.text()));
        }
    }
}
