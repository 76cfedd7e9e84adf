/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.modan.testkit.SharedFolder;

/**
 * The paper's experiment, planned whole: on the real breast and thyroid images and folds, and on
 * trees of the layouts of the two datasets that need an agreement.
 */
@DisabledOnOs(OS.WINDOWS)
@Tag("realdata")
class PaperExperimentIT {

    private static final int EXAMS = 12;

    private final Distribution distribution = Distribution.assembled();
    @TempDir private Path scratch;

    @Test
    void plansEveryArmTaskAndRepeatOfThePaperAndSaysWhatTheyCost() throws Exception {
        Path data = SharedFolder.data();
        DatasetTrees trees = new DatasetTrees(scratch);
        trees.radImageNet();
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("RADIMAGENET", scratch.resolve("radiology_ai").toString());
        variables.put("MRNET", slices(trees).toString());
        variables.put("SLICES", scratch.resolve("knees/acl.csv").toString());
        variables.put("BUSI", data.resolve("busi-256").toString());
        variables.put("DDTI", data.resolve("ddti").toString());
        variables.put("FOLDS", data.resolve("folds").toString());
        variables.put("RESNET18", weights().toString());
        String paper = distribution.home().resolve("experiments/paper.yaml").toString();

        Command plan = modan(variables, "plan", paper);

        assertThat(plan.exitCode()).as(plan.err()).isZero();
        // 5 encoders, 5 maps, 5 arms x 3 tasks x 10 repeats x 2 evaluators, 2 controls x 3 x 10
        assertThat(plan.out())
                .startsWith("paper: 370 cells, 0 done, 370 to do;")
                .contains(
                        "corpus: 411 images (RadImageNet, 411 images of 165 classes",
                        "possible where no field is missing: 0, 1/3, 1",
                        "61 benign, 288 malignant; 5 folds, 10 repeats",
                        "570 benign, 210 malignant; 5 folds, 10 repeats")
                .containsPattern("What is left takes about \\d+ d \\d+ h ")
                .containsPattern("pretrain modan-mulsupcon +1 +about ")
                .containsPattern("fine-tune on thyroid +50 +about ");
        assertThat(scratch.resolve("results")).as("a plan makes nothing").doesNotExist();
    }

    @Test
    void saysAtOnceWhichVariablesThePaperNeeds() throws Exception {
        String paper = distribution.home().resolve("experiments/paper.yaml").toString();

        Command plan = modan(Map.of(), "plan", paper);

        assertThat(plan.exitCode()).isEqualTo(2);
        assertThat(plan.err())
                .contains(
                        "needs the environment variable RADIMAGENET",
                        "needs the environment variable RESNET18",
                        "needs the environment variable SLICES",
                        "give --set tasks[1].root=");
    }

    /** Ready slices of exams of which every second one is torn, and their list. */
    private Path slices(DatasetTrees trees) throws IOException {
        List<String> list = new ArrayList<>(List.of("filename,acl_label"));
        for (int exam = 0; exam < EXAMS; exam++) {
            for (int slice = 18; slice < 20; slice++) {
                String name = "images/%d_sagittal_%d.000000.png".formatted(exam, slice);
                trees.image("knees/" + name);
                list.add(name + (exam % 2 == 0 ? ",no" : ",yes"));
            }
        }
        Files.write(scratch.resolve("knees/acl.csv"), list);
        return scratch.resolve("knees");
    }

    /** Of torchvision's shapes and names, as an experiment without tasks leaves them. */
    private Path weights() throws Exception {
        Files.writeString(
                scratch.resolve("weights.yaml"),
                """
                encoder: {name: resnet18, stem: 7x7s2, channels: 3}
                pretrain: [scratch]
                """);
        Command run = modan(Map.of(), "run", "weights.yaml", "--out", "weights");
        assertThat(run.exitCode()).as(run.err()).isZero();
        try (Stream<Path> files = Files.walk(scratch.resolve("weights/cells"))) {
            return files.filter(file -> file.endsWith("encoder.safetensors"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Command modan(Map<String, String> variables, String... words) throws Exception {
        return distribution.modan(scratch, variables, List.of(words));
    }
}
