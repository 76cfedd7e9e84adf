/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

class ComputeDeviceTest {

    @Test
    void theProcessorIsAlwaysThere() {
        assertThat(ComputeDevice.named("cpu").isGpu()).isFalse();
        assertThat(ComputeDevice.named("cpu").start()).isEqualTo(Device.cpu());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cuda           | did you mean gpu:0?",
                "cuda:3         | did you mean gpu:3?",
                "GPU:1          | did you mean gpu:1?",
                "gpu2           | did you mean gpu:2?",
                "CPU            | did you mean cpu?",
                "gpu:-1         | such as gpu:0",
                "gpu:99999999999| such as gpu:0",
                "tpu            | such as gpu:0",
            })
    void saysHowADeviceIsNamed(String name, String hint) {
        assertThatThrownBy(() -> ComputeDevice.named(name))
                .isInstanceOfSatisfying(
                        ModanException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION))
                .hasMessageStartingWith("--device " + name + ": expected cpu or gpu:N")
                .hasMessageEndingWith(hint);
    }

    @Test
    void aLibtorchForTheProcessorIsToldFromAMachineWithoutGraphicsCards() {
        assertThat(ComputeDevice.refusal(0, false, 2))
                .hasValueSatisfying(
                        refusal ->
                                assertThat(refusal)
                                        .hasMessage(
                                                "--device gpu:0: the libtorch of this Modan computes on the CPU only; use --device cpu, or give it a libtorch for CUDA by setting PYTORCH_LIBRARY_PATH, PYTORCH_VERSION and PYTORCH_FLAVOR (see docs/gpu.md)"));
        assertThat(ComputeDevice.refusal(0, true, 0))
                .hasValueSatisfying(
                        refusal ->
                                assertThat(refusal.getMessage())
                                        .contains(
                                                "no GPU is seen here", "nvidia-smi", "libcudart"));
    }

    @Test
    void aGraphicsCardThatIsNotThereIsRefusedByCount() {
        assertThat(ComputeDevice.refusal(1, true, 2)).isEmpty();
        assertThat(ComputeDevice.refusal(99, true, 1))
                .hasValueSatisfying(
                        refusal ->
                                assertThat(refusal)
                                        .hasMessage(
                                                "--device gpu:99: the only GPU here is gpu:0; use one that is there, or --device cpu"));
        assertThat(ComputeDevice.refusal(2, true, 2))
                .hasValueSatisfying(
                        refusal ->
                                assertThat(refusal.getMessage())
                                        .contains("there are 2 GPUs here, gpu:0 to gpu:1"));
    }
}
