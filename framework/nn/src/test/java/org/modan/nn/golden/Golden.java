/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.golden;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;

/** The folder of golden values, and the two forms its numbers have. */
public final class Golden {

    private Golden() {}

    /** A file of the folder; the test is skipped where there is none. */
    public static Path file(String name) {
        Path folder =
                Optional.ofNullable(System.getenv("MODAN_GOLDEN"))
                        .map(Path::of)
                        .orElseGet(
                                () ->
                                        Path.of(
                                                System.getProperty("modan.root", "../.."),
                                                "..",
                                                "shared",
                                                "golden"));
        Path file = folder.resolve(name);
        assumeTrue(Files.isRegularFile(file), "no golden values at " + file + "; set MODAN_GOLDEN");
        return file;
    }

    public static JsonObject json(String name) {
        try {
            return JsonParser.parseString(Files.readString(file(name))).getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The numbers of nested arrays, row-major; one number is an array of one. */
    public static double[] numbers(JsonElement nested) {
        return stream(nested).toArray();
    }

    /** The sizes of nested arrays. */
    public static long[] shape(JsonElement nested) {
        if (!nested.isJsonArray()) {
            return new long[0];
        }
        JsonArray array = nested.getAsJsonArray();
        long[] inner = shape(array.get(0));
        long[] shape = new long[inner.length + 1];
        shape[0] = array.size();
        System.arraycopy(inner, 0, shape, 1, inner.length);
        return shape;
    }

    /**
     * The largest difference between two lists, as a share of the largest golden number: single
     * numbers near zero are sums that cancel, and have no relative accuracy of their own.
     */
    public static double difference(NDArray actual, double[] golden) {
        double[] numbers = actual.toType(DataType.FLOAT64, false).toDoubleArray();
        if (numbers.length != golden.length) {
            throw new AssertionError(numbers.length + " numbers, but golden are " + golden.length);
        }
        double largest = Arrays.stream(golden).map(Math::abs).max().orElse(0);
        double difference = 0;
        for (int i = 0; i < golden.length; i++) {
            double here = Math.abs(numbers[i] - golden[i]);
            if (Double.isNaN(here)) {
                return Double.NaN;
            }
            difference = Math.max(difference, here);
        }
        return largest == 0 ? difference : difference / largest;
    }

    private static DoubleStream stream(JsonElement nested) {
        if (nested.isJsonArray()) {
            return StreamSupport.stream(nested.getAsJsonArray().spliterator(), false)
                    .flatMapToDouble(Golden::stream);
        }
        return DoubleStream.of(nested.getAsDouble());
    }
}
