/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.pretrain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.modan.spi.PretrainStrategyFactory;
import org.modan.testkit.StrategyContractTest;

/** The strategies keep what every plugin's must. */
class BuiltInContractsTest {

    @Nested
    class MulSupCon extends StrategyContractTest {
        @Override
        protected PretrainStrategyFactory factory() {
            return new MulSupConFactory();
        }
    }

    @Nested
    class MulSupConWithWeights extends StrategyContractTest {
        @Override
        protected PretrainStrategyFactory factory() {
            return new MulSupConFactory();
        }

        @Override
        protected Map<String, ?> options() {
            return Map.of(
                    "temperature",
                    0.2,
                    "threshold",
                    0,
                    "projection",
                    16,
                    "field-weights",
                    Map.of("laterality", 2, "modality", 0.5));
        }
    }

    @Nested
    class SimClr extends StrategyContractTest {
        @Override
        protected PretrainStrategyFactory factory() {
            return new SimClrFactory();
        }
    }

    @Nested
    class Supervised extends StrategyContractTest {
        @Override
        protected PretrainStrategyFactory factory() {
            return new SupervisedFactory();
        }
    }

    @Nested
    class ImageNet extends StrategyContractTest {

        @TempDir private Path folder;

        /** An empty file: the strategy names it, and only the host looks what is in it. */
        @BeforeEach
        void writeWeights() throws IOException {
            Files.createFile(weights());
        }

        @Override
        protected PretrainStrategyFactory factory() {
            return new ImageNetFactory();
        }

        @Override
        protected Map<String, ?> options() {
            return Map.of("weights", weights().toString());
        }

        private Path weights() {
            return folder.resolve("resnet18.pth");
        }
    }

    @Nested
    class Scratch extends StrategyContractTest {
        @Override
        protected PretrainStrategyFactory factory() {
            return new ScratchFactory();
        }
    }
}
