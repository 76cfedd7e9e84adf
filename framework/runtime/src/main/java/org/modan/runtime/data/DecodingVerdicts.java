/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.modan.runtime.cache.CacheKind;

/** The files that say which images can be decoded. */
public final class DecodingVerdicts implements CacheKind {

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}\\.decodable");

    @Override
    public String title() {
        return "lists of readable images";
    }

    @Override
    public boolean owns(String fileName) {
        return NAME.matcher(fileName).matches();
    }

    @Override
    public String describe(Path file) throws IOException {
        DecodingVerdict verdict = DecodingVerdict.read(file);
        return "%d images, %d unreadable".formatted(verdict.images(), verdict.bad().size());
    }

    @Override
    public void verify(Path file) throws IOException {
        DecodingVerdict.read(file);
    }
}
