/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.pretrain;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.modan.nn.internal.weights.MalformedFileException;
import org.modan.nn.internal.weights.Safetensors;
import org.modan.nn.internal.weights.WeightFile;
import org.modan.nn.internal.weights.Weights;
import org.modan.nn.train.EpochProgress;
import org.modan.nn.train.TrainingPosition;
import org.modan.runtime.run.machine.Machine;
import org.modan.runtime.text.Reasons;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/**
 * A checkpoint as a safetensors file: tensors {@code network.*} and {@code optimizer.*}, and
 * everything else as metadata, a CRC-32C of it all among it. Numbers are kept as Java prints them,
 * which reads back to the same bits.
 */
final class CheckpointFile {

    private static final String NETWORK = "network.";
    private static final String OPTIMIZER = "optimizer.";
    private static final String CHECKSUM = "crc32c";
    private static final String CELL = "cell";
    private static final String EPOCHS_DONE = "epochs-done";
    private static final String STEPS = "steps";
    private static final String IMAGES = "images";
    private static final String LOSS = "loss";
    private static final String GRADIENT_NORM = "gradient-norm";
    private static final String POSITIVES = "positives";
    private static final String SECONDS = "seconds";
    private static final String DEVICE = "device";
    private static final String PROCESSOR = "processor";
    private static final String THREADS = "threads";
    private static final String LIBTORCH = "libtorch";

    private final Path file;
    private final String cell;

    /**
     * @param cell key of the training's cell: a checkpoint of another is refused
     */
    CheckpointFile(Path file, String cell) {
        this.file = requireNonNull(file, "file is null");
        this.cell = requireNonNull(cell, "cell is null");
    }

    /**
     * @throws ModanException if it cannot be written; what was there before is left as it was
     */
    void write(Checkpoint checkpoint) {
        Weights weights =
                checkpoint
                        .network()
                        .prefixed(NETWORK)
                        .plus(checkpoint.optimizer().prefixed(OPTIMIZER));
        Map<String, String> metadata = metadata(checkpoint);
        metadata.put(CHECKSUM, checksum(weights, metadata));
        Safetensors.write(file, weights, metadata);
    }

    /** What keeps a file from being read as a checkpoint. */
    static final class Damaged extends Exception {
        private static final long serialVersionUID = 1L;

        Damaged(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * @throws Damaged if it is not, bit by bit, what was written for this cell
     * @throws ModanException if it cannot be read, whether it is damaged or not
     */
    Checkpoint read() throws Damaged {
        try {
            WeightFile saved = Safetensors.parse(file);
            Map<String, String> metadata = new TreeMap<>(saved.metadata());
            String expected = metadata.remove(CHECKSUM);
            if (!checksum(saved.weights(), metadata).equals(expected)) {
                throw new Damaged("its checksum differs", null);
            }
            if (!cell.equals(metadata.get(CELL))) {
                throw new Damaged("it is of another cell", null);
            }
            return new Checkpoint(
                    position(metadata),
                    new Machine(
                            text(metadata, DEVICE),
                            text(metadata, PROCESSOR),
                            Integer.parseInt(text(metadata, THREADS)),
                            text(metadata, LIBTORCH)),
                    saved.weights().under(NETWORK),
                    saved.weights().under(OPTIMIZER));
        } catch (MalformedFileException | IllegalArgumentException e) {
            throw new Damaged(e.getMessage(), e);
        } catch (IOException e) {
            throw new ModanException(
                    ErrorCode.OUTPUT,
                    "cannot read %s: %s; mend that".formatted(file, Reasons.of(e)),
                    e);
        }
    }

    private Map<String, String> metadata(Checkpoint checkpoint) {
        TrainingPosition position = checkpoint.position();
        EpochProgress progress = position.current();
        Machine machine = checkpoint.machine();
        Map<String, String> metadata = new TreeMap<>();
        metadata.put(CELL, cell);
        metadata.put(EPOCHS_DONE, Integer.toString(position.epochsDone()));
        metadata.put(STEPS, Integer.toString(progress.steps()));
        metadata.put(IMAGES, Long.toString(progress.images()));
        metadata.put(LOSS, Double.toString(progress.loss()));
        metadata.put(GRADIENT_NORM, Double.toString(progress.gradientNorm()));
        progress.positives().ifPresent(sum -> metadata.put(POSITIVES, Double.toString(sum)));
        metadata.put(SECONDS, Double.toString(progress.seconds()));
        metadata.put(DEVICE, machine.device());
        metadata.put(PROCESSOR, machine.processor());
        metadata.put(THREADS, Integer.toString(machine.threads()));
        metadata.put(LIBTORCH, machine.libtorch());
        return metadata;
    }

    private static TrainingPosition position(Map<String, String> metadata) {
        return new TrainingPosition(
                Integer.parseInt(text(metadata, EPOCHS_DONE)),
                new EpochProgress(
                        Integer.parseInt(text(metadata, STEPS)),
                        Long.parseLong(text(metadata, IMAGES)),
                        Double.parseDouble(text(metadata, LOSS)),
                        Double.parseDouble(text(metadata, GRADIENT_NORM)),
                        metadata.containsKey(POSITIVES)
                                ? OptionalDouble.of(Double.parseDouble(metadata.get(POSITIVES)))
                                : OptionalDouble.empty(),
                        Double.parseDouble(text(metadata, SECONDS))));
    }

    private static String text(Map<String, String> metadata, String key) {
        return Optional.ofNullable(metadata.get(key))
                .orElseThrow(() -> new IllegalArgumentException("it has no " + key));
    }

    /** Over names, types, shapes and values, and all metadata but itself. */
    private static String checksum(Weights weights, Map<String, String> metadata) {
        CRC32C checksum = new CRC32C();
        metadata.forEach(
                (key, value) -> {
                    update(checksum, key);
                    update(checksum, value);
                });
        weights.tensors()
                .forEach(
                        (name, tensor) -> {
                            update(checksum, name);
                            update(checksum, tensor.type().name());
                            update(checksum, Arrays.toString(tensor.shape().getShape()));
                            checksum.update(tensor.bytes());
                        });
        return HexFormat.of().toHexDigits((int) checksum.getValue());
    }

    /** With its length, so that no two different sequences of texts look the same. */
    private static void update(CRC32C checksum, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        checksum.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        checksum.update(bytes);
    }
}
