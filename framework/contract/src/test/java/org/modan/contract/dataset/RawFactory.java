/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.dataset;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.DatasetAdapterFactory;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.spi.Option;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;
import org.modan.spi.PluginContext;

/** Opens a folder of {@code .raw} files as any dataset that a test makes of them. */
final class RawFactory implements DatasetAdapterFactory {

    static final Option<Path> ROOT = Option.path("root", "the folder of .raw files");

    /** What a test makes of the files. */
    @FunctionalInterface
    interface Maker {
        DatasetAdapter make(Path root, List<Path> files) throws IOException;
    }

    private final Option<Path> root;
    private final Function<Path, DatasetAdapter> opener;

    /**
     * @param opener is given the root, whatever is there
     */
    RawFactory(Function<Path, DatasetAdapter> opener) {
        this(ROOT, opener);
    }

    RawFactory(Option<Path> root, Function<Path, DatasetAdapter> opener) {
        this.root = requireNonNull(root, "root is null");
        this.opener = requireNonNull(opener, "opener is null");
    }

    /** Refuses a root without files as it should be refused. */
    static RawFactory making(Maker maker) {
        return new RawFactory(root -> makeOrRefuse(root, maker));
    }

    @Override
    public String name() {
        return "raw";
    }

    @Override
    public String summary() {
        return "Grey images of 4 x 3 bytes.";
    }

    @Override
    public OptionSpec options() {
        return OptionSpec.of(root);
    }

    @Override
    public DatasetAdapter open(Options options, PluginContext context) {
        return opener.apply(options.get(root));
    }

    private static DatasetAdapter makeOrRefuse(Path root, Maker maker) {
        try {
            List<Path> files = files(root);
            if (files.isEmpty()) {
                throw new IOException("there are none");
            }
            return maker.make(root, files);
        } catch (IOException e) {
            throw new ModanException(
                    ErrorCode.DATASET,
                    "raw: no .raw files in %s; set root to a folder of them".formatted(root),
                    e);
        }
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> files = Files.list(root)) {
            return files.filter(file -> file.toString().endsWith(".raw")).sorted().toList();
        }
    }
}
