/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.input;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.modan.nn.internal.weights.HostTensor;
import org.modan.nn.internal.weights.MalformedFileException;
import org.modan.nn.internal.weights.Safetensors;
import org.modan.nn.internal.weights.WeightFile;
import org.modan.nn.internal.weights.Weights;
import org.modan.runtime.data.FeatureTable;
import org.modan.runtime.text.Reasons;
import org.modan.spi.ErrorCode;
import org.modan.spi.FeatureSet;
import org.modan.spi.ModanException;
import org.modan.spi.Sample;

/**
 * Feature vectors as a safetensors file: one tensor {@code features} of shape {@code (images,
 * width)}, and as metadata what they were made from and their own digest.
 */
final class FeatureFile {

    private static final String TENSOR = "features";
    private static final String DIGEST = "features-digest";

    private final Path file;
    private final Map<String, String> origin;

    /**
     * @param origin all that decides the values: features of another origin are not these
     */
    FeatureFile(Path file, Map<String, String> origin) {
        this.file = requireNonNull(file, "file is null");
        this.origin = new TreeMap<>(origin);
    }

    /** What keeps a file from being read as features. */
    static final class Damaged extends Exception {
        private static final long serialVersionUID = 1L;

        Damaged(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * @param values {@code width} for each image
     * @throws ModanException if it cannot be written
     */
    void write(float[] values, int width) {
        Shape shape = new Shape(values.length / width, width);
        Weights tensor = Weights.ofTensors(Map.of(TENSOR, HostTensor.of(shape, values)));
        Map<String, String> metadata = new TreeMap<>(origin);
        metadata.put(DIGEST, tensor.digest());
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new ModanException(ErrorCode.OUTPUT, "%s: %s".formatted(file, Reasons.of(e)), e);
        }
        Safetensors.write(file, tensor, metadata);
    }

    /**
     * The features of these samples; empty if there are none of this origin.
     *
     * @throws Damaged if the file is not, bit by bit, what was written
     * @throws ModanException if it cannot be read, whether it is damaged or not
     */
    Optional<FeatureSet> read(List<Sample> samples) throws Damaged {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            WeightFile saved = Safetensors.parse(file);
            Map<String, String> metadata = new TreeMap<>(saved.metadata());
            String digest = metadata.remove(DIGEST);
            if (!saved.weights().digest().equals(digest)) {
                throw new Damaged("its digest differs", null);
            }
            return metadata.equals(origin)
                    ? Optional.of(table(saved.weights().tensors().get(TENSOR), samples))
                    : Optional.empty();
        } catch (MalformedFileException e) {
            throw new Damaged(e.getMessage(), e);
        } catch (IOException e) {
            throw new ModanException(
                    ErrorCode.OUTPUT,
                    "cannot read %s: %s; mend that, or delete it".formatted(file, Reasons.of(e)),
                    e);
        }
    }

    private static FeatureSet table(HostTensor tensor, List<Sample> samples) throws Damaged {
        if (tensor == null
                || tensor.type() != DataType.FLOAT32
                || tensor.shape().dimension() != 2
                || tensor.shape().get(0) != samples.size()) {
            throw new Damaged("it holds no features of %d images".formatted(samples.size()), null);
        }
        return new FeatureTable(samples, (int) tensor.shape().get(1), tensor.toFloats());
    }
}
