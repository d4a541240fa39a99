/** A loss and its derivatives as numbers: compiled to bytecode for double, interpreted for any other field. */
package org.selfstab.loss;
