/**
 * What every extension must keep, as checks that anyone can run: {@code modan plugins verify} on a
 * jar, and the test kit's suites in a plugin author's build. Beside them stand the context, images
 * and folds the checks hand to an extension.
 */
package org.modan.contract;
