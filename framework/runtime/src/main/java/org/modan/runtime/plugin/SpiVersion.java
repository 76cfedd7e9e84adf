/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of the plugin contracts: a new minor one only adds, a new major one may break.
 *
 * @param major changes when plugins have to be rebuilt
 * @param minor grows when something was added
 */
public record SpiVersion(int major, int minor) {

    /** What this Modan offers; the {@code Spi-Version} that the build writes into plugins. */
    public static final SpiVersion HOST = new SpiVersion(1, 1);

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})");

    /** Reads {@code major.minor}; empty if the text has another form. */
    public static Optional<SpiVersion> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new SpiVersion(
                        Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))));
    }

    /** Whether a host of this version can run a plugin built against that one. */
    public boolean supports(SpiVersion plugin) {
        return major == plugin.major && minor >= plugin.minor;
    }

    /** Whether this version came out before that one. */
    public boolean isOlderThan(SpiVersion other) {
        return major < other.major || (major == other.major && minor < other.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
