/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * The pretraining strategies of the paper (Takaya and Inamori, ModAn-MulSupCon, Table 2). Each says
 * what is optimised and with which defaults; the loop, the losses and the encoders are not here.
 */
package org.modan.pretrain;
