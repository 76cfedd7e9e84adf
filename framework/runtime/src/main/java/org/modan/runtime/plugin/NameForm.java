/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin;

import java.util.regex.Pattern;

/** What the name of a plugin or an extension looks like: lower case, digits, single dashes. */
public final class NameForm {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private NameForm() {}

    public static boolean fits(String text) {
        return FORM.matcher(text).matches();
    }
}
