/** Optimizers as data, and where their edge of stability lies. */
package org.selfstab.optimizer;
