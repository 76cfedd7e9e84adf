/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.spi.Option;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;

class DatasetArgumentTest {

    private static final Path BASE = Path.of("/base");
    private static final Option<Path> ROOT = Option.path("root", "where it lies");
    private static final Option<String> NORMAL =
            Option.choice("normal", "what it counts as", "benign", "drop").withDefault("benign");
    private static final Option<Map<String, Map<String, String>>> METADATA =
            Option.table("metadata", "of each class").optional();
    private static final OptionSpec BUSI = OptionSpec.of(ROOT, NORMAL, METADATA);

    @Test
    void readsPathAndOptionsAsAnExperimentWould() {
        assertThat(resolve(BUSI, "data/busi").asMap())
                .isEqualTo(Map.of("root", "/base/data/busi", "normal", "benign"));
        assertThat(resolve(BUSI, "/x", "normal=drop", "metadata={CT: {modality: CT}}").asMap())
                .isEqualTo(
                        Map.of(
                                "root",
                                "/x",
                                "normal",
                                "drop",
                                "metadata",
                                Map.of("CT", Map.of("modality", "CT"))));
    }

    @Test
    void thePathIsTheOneLocationAnAdapterNeedsWhereItHasNoRoot() {
        OptionSpec spec = OptionSpec.of(NORMAL, Option.path("file", "a table"));

        assertThat(resolve(spec, "t.csv").asMap()).containsEntry("file", "/base/t.csv");
    }

    @Test
    void explainsHowToSayWhereItLies() {
        assertProblem(
                () -> new DatasetArgument("busi", Optional.empty(), List.of()).resolve(BUSI, BASE),
                "busi: where it lies is missing; write busi=PATH, as in modan check busi=/data/busi");
        assertThat(
                        new DatasetArgument("busi", Optional.empty(), List.of("root=x"))
                                .resolve(BUSI, BASE)
                                .asMap())
                .containsEntry("root", "/base/x");
    }

    @Test
    void refusesAPathThatNothingReads() {
        assertProblem(
                () -> resolve(OptionSpec.of(NORMAL), "x"), "busi: it takes no path; leave out =x");
        assertProblem(
                () -> resolve(BUSI, "x", "root=y"),
                "busi: root is given twice, as =PATH and with --set");
    }

    @Test
    void namesEveryMistakeAtOnce() {
        assertProblem(
                () -> resolve(BUSI, "x", "norml=drop", "normal=never", "drop", "metadata=[1"),
                "busi: --set drop: expected option=value\n  --set metadata=[1: ");
        assertThatThrownBy(() -> resolve(BUSI, "x", "norml=drop", "normal=never"))
                .hasMessageContaining("norml is unknown; did you mean normal?\n  normal must be");
    }

    private static void assertProblem(ThrowingCallable call, String start) {
        assertThatThrownBy(call)
                .isInstanceOf(ModanException.class)
                .hasMessageStartingWith(start)
                .extracting(e -> ((ModanException) e).code())
                .isEqualTo(ErrorCode.CONFIGURATION);
    }

    private static Options resolve(OptionSpec spec, String path, String... sets) {
        return new DatasetArgument("busi", Optional.of(path), List.of(sets)).resolve(spec, BASE);
    }
}
