/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.machine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessorTest {

    @Test
    void isItsModelAndTheVectorsItHas() {
        List<String> lines =
                List.of(
                        "processor\t: 0",
                        "model\t\t: 1",
                        "model name\t: AMD EPYC 7B13",
                        "flags\t\t: fpu avx avx2 avx512_vnni",
                        "processor\t: 1",
                        "model name\t: AMD EPYC 7B13",
                        "flags\t\t: fpu avx512f");

        assertThat(Processor.describe("amd64", lines)).isEqualTo("amd64, AMD EPYC 7B13, avx2");
        assertThat(Processor.describe("amd64", List.of("flags : avx512f avx2")))
                .isEqualTo("amd64, avx2, avx512f");
    }

    @Test
    void isItsArchitectureWhereTheSystemTellsNoMore() {
        assertThat(Processor.describe("aarch64", List.of("CPU part\t: 0xd0c")))
                .isEqualTo("aarch64");
        assertThat(Processor.of(Device.cpu())).startsWith(System.getProperty("os.arch"));
    }
}
