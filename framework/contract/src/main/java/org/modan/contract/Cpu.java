/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;

/**
 * Where checks compute, also on a machine with a GPU: there the same sum need not have the same
 * bits twice, and a few numbers are not worth the way.
 */
public final class Cpu {

    private Cpu() {}

    public static NDManager newManager() {
        return NDManager.newBaseManager(Device.cpu());
    }
}
