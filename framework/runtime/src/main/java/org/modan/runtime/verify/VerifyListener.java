/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.verify;

import org.modan.runtime.plugin.ExtensionKind;
import org.modan.runtime.plugin.LoadedPlugin;

/** Hears how far a verification is, in the order things happen. */
public interface VerifyListener {

    /** The plugin was loaded; the next results are about the whole of it. */
    void plugin(LoadedPlugin plugin);

    /** The next results are about one of its extensions. */
    void extension(ExtensionKind<?> kind, String name);

    void result(Result result);

    /**
     * The extension cannot be created from its defaults, so that nothing was checked.
     *
     * @param why what is missing, and how to give it
     */
    void unchecked(String why);
}
