/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.modan.runtime.experiment.ProtocolConfig.Profile;

@Tag("realdata")
class RealExperimentTest {

    private static final Path SHARED = Path.of(System.getProperty("modan.root"), "..", "shared");

    @Test
    void readsTheExperimentOnRealImages() {
        Path file = SHARED.resolve("experiments/mednist-to-busi.yaml");
        assumeTrue(Files.exists(file), "no experiment at " + file);

        ExperimentFile read =
                ExperimentFile.read(file, List.of(), Map.of(), new InstalledExtensions());

        assertThat(read.variants()).hasSize(1);
        Experiment experiment = read.variants().get(0).experiment();
        assertThat(experiment.name()).isEqualTo("mednist-to-busi");
        assertThat(experiment.imageSize()).isEqualTo(32);
        assertThat(experiment.arms())
                .extracting(ArmConfig::id)
                .containsExactly("mulsupcon", "scratch");
        assertThat(experiment.corpus().orElseThrow().options().get(InstalledExtensions.ROOT))
                .isDirectory();
        assertThat(experiment.tasks().get(0).dataset().options().get(InstalledExtensions.ROOT))
                .isDirectory();
        assertThat(experiment.protocol()).isEqualTo(new ProtocolConfig(Profile.PAPER, 5, 1));
    }
}
