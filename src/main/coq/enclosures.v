(* Expressions, their enclosures by intervals of floating-point numbers with many digits, and maps that carry boxes into boxes:
   proved once, so that a file has Coq compute, and no more. *)
From Coq Require Import Reals Lra Lia ZArith List Bool.
From Coquelicot Require Import Coquelicot.
From Interval Require Import Float.Specific_bigint Float.Specific_ops Interval.Interval Interval.Float_full Real.Xreal.
Require Import selfstab.
Import ListNotations.
Open Scope R_scope.

Module Number := SpecificFloat BigIntRadix2.
Module I := FloatIntervalFull Number.

Inductive expression : Set :=
  | Var (i : nat) | Int (z : Z) | Circle
  | Add (a b : expression) | Opp (a : expression) | Mul (a b : expression) | Inv (a : expression)
  | Pow (a : expression) (n : nat) | Abs (a : expression) | Sqrt (a : expression)
  | Exp (a : expression) | Ln (a : expression) | Sin (a : expression) | Cos (a : expression) | Atan (a : expression).

(* What it stands for where the variables are x. *)
Fixpoint value (x : nat -> R) (e : expression) : R :=
  match e with
  | Var i => x i | Int z => IZR z | Circle => PI
  | Add a b => value x a + value x b | Opp a => - value x a
  | Mul a b => value x a * value x b | Inv a => / value x a
  | Pow a n => value x a ^ n | Abs a => Rabs (value x a) | Sqrt a => sqrt (value x a)
  | Exp a => exp (value x a) | Ln a => ln (value x a)
  | Sin a => sin (value x a) | Cos a => cos (value x a) | Atan a => atan (value x a)
  end.

Lemma value_ext x y e : (forall i, x i = y i) -> value x e = value y e.
Proof. intro H. induction e; simpl; congruence. Qed.

Definition has (X : I.type) (v : R) : Prop := contains (I.convert X) (Xreal v).
Definition cover (X : list I.type) (x : nat -> R) : Prop := forall i, has (nth i X I.nai) (x i).

Lemma undefined X v : contains (I.convert X) Xnan -> has X v.
Proof. unfold has. destruct (I.convert X); simpl; [trivial | tauto]. Qed.

Lemma has_all v : has I.nai v.
Proof. unfold has. rewrite I.nai_correct. exact Logic.I. Qed.

Section Enclosures.
Variable p : Number.precision.

Fixpoint enclose (X : list I.type) (e : expression) : I.type :=
  match e with
  | Var i => nth i X I.nai | Int z => I.fromZ p z | Circle => I.pi p
  | Add a b => I.add p (enclose X a) (enclose X b) | Opp a => I.neg (enclose X a)
  | Mul a b => I.mul p (enclose X a) (enclose X b) | Inv a => I.inv p (enclose X a)
  | Pow a n => I.power_int p (enclose X a) (Z.of_nat n) | Abs a => I.abs (enclose X a)
  | Sqrt a => I.sqrt p (enclose X a)
  | Exp a => I.exp p (enclose X a) | Ln a => I.ln p (enclose X a)
  | Sin a => I.sin p (enclose X a) | Cos a => I.cos p (enclose X a) | Atan a => I.atan p (enclose X a)
  end.

Lemma has_add X Y x y : has X x -> has Y y -> has (I.add p X Y) (x + y).
Proof. intros A B. exact (I.add_correct p X Y _ _ A B). Qed.
Lemma has_sub X Y x y : has X x -> has Y y -> has (I.sub p X Y) (x - y).
Proof. intros A B. exact (I.sub_correct p X Y _ _ A B). Qed.
Lemma has_mul X Y x y : has X x -> has Y y -> has (I.mul p X Y) (x * y).
Proof. intros A B. exact (I.mul_correct p X Y _ _ A B). Qed.
Lemma has_inv X x : has X x -> has (I.inv p X) (/ x).
Proof.
  intro A. pose proof (I.inv_correct p X _ A) as B. simpl in B. unfold Xinv' in B.
  destruct (is_zero x); [apply undefined | ]; exact B.
Qed.

Theorem enclosed X x e : cover X x -> has (enclose X e) (value x e).
Proof.
  intro C. induction e; simpl.
  - apply C.
  - apply I.fromZ_correct.
  - apply I.pi_correct.
  - apply has_add; assumption.
  - exact (I.neg_correct _ _ IHe).
  - apply has_mul; assumption.
  - apply has_inv; assumption.
  - pose proof (I.power_int_correct p (Z.of_nat n) _ _ IHe) as B.
    destruct n as [ | n]; [exact B | ].
    unfold has. rewrite <- (SuccNat2Pos.id_succ n) at 2. exact B.
  - exact (I.abs_correct _ _ IHe).
  - pose proof (I.sqrt_correct p _ _ IHe) as B. exact B.
  - exact (I.exp_correct p _ _ IHe).
  - pose proof (I.ln_correct p _ _ IHe) as B. simpl in B. unfold Xln' in B.
    destruct (is_positive (value x e)); [ | apply undefined]; exact B.
  - exact (I.sin_correct p _ _ IHe).
  - exact (I.cos_correct p _ _ IHe).
  - exact (I.atan_correct p _ _ IHe).
Qed.
End Enclosures.

(* ---- conditions ---- *)

Inductive condition : Set :=
  | Positive (e : expression) | Nonzero (e : expression) | NotNegative (e : expression)
  | AtMost (a b : expression) | Below (a b : expression).

Definition holds (x : nat -> R) (c : condition) : Prop :=
  match c with
  | Positive e => 0 < value x e | Nonzero e => value x e <> 0 | NotNegative e => 0 <= value x e
  | AtMost a b => value x a <= value x b | Below a b => value x a < value x b
  end.

Fixpoint all_hold (x : nat -> R) (cs : list condition) : Prop :=
  match cs with [] => True | [c] => holds x c | c :: more => holds x c /\ all_hold x more end.

Definition positive (X : I.type) : bool := match I.sign_strict X with Xgt => true | _ => false end.
Definition not_negative (X : I.type) : bool := match I.sign_large X with Xgt | Xeq => true | _ => false end.

Lemma positive_correct X x : has X x -> positive X = true -> 0 < x.
Proof.
  unfold has, positive. intros A B. pose proof (I.sign_strict_correct X) as C.
  destruct (I.sign_strict X); try discriminate. apply (C _ A).
Qed.

Lemma not_negative_correct X x : has X x -> not_negative X = true -> 0 <= x.
Proof.
  unfold has, not_negative. intros A B. pose proof (I.sign_large_correct X) as C.
  destruct (I.sign_large X); try discriminate.
  - specialize (C _ A). injection C. lra.
  - apply (C _ A).
Qed.

Section Boxes.
Variable p : Number.precision.

Definition shown (X : list I.type) (c : condition) : bool :=
  match c with
  | Positive e => positive (enclose p X e)
  | Nonzero e => positive (enclose p X e) || positive (I.neg (enclose p X e))
  | NotNegative e => not_negative (enclose p X e)
  | AtMost a b => not_negative (I.sub p (enclose p X b) (enclose p X a))
  | Below a b => positive (I.sub p (enclose p X b) (enclose p X a))
  end.

Theorem shown_correct X x c : cover X x -> shown X c = true -> holds x c.
Proof.
  intros C S. destruct c; simpl in *.
  - exact (positive_correct _ _ (enclosed p X x e C) S).
  - apply orb_prop in S. destruct S as [S | S].
    + apply Rgt_not_eq. exact (positive_correct _ _ (enclosed p X x e C) S).
    + apply Rlt_not_eq. pose proof (positive_correct _ _ (I.neg_correct _ _ (enclosed p X x e C)) S). lra.
  - exact (not_negative_correct _ _ (enclosed p X x e C) S).
  - pose proof (not_negative_correct _ _ (has_sub p _ _ _ _ (enclosed p X x b C) (enclosed p X x a C)) S). lra.
  - pose proof (positive_correct _ _ (has_sub p _ _ _ _ (enclosed p X x b C) (enclosed p X x a C)) S). lra.
Qed.

Lemma all_shown X x cs : cover X x -> forallb (shown X) cs = true -> all_hold x cs.
Proof.
  intro C. induction cs as [ | c cs IH]; intro S; [exact Logic.I | ].
  simpl in S. apply andb_prop in S. destruct S as [S T]. pose proof (shown_correct X x c C S) as A. specialize (IH T).
  destruct cs; [exact A | exact (conj A IH)].
Qed.

(* ---- boxes: whole numbers over 2^k, centre and half-width of each coordinate ---- *)

Definition dyadic (k : nat) (z : Z) : expression := Mul (Int z) (Inv (Pow (Int 2) k)).
Definition ratio (k : nat) (z : Z) : R := IZR z / 2 ^ k.
Definition number (k : nat) (z : Z) : I.type := enclose p [] (dyadic k z).

Lemma has_number k z : has (number k z) (ratio k z).
Proof. apply (enclosed p [] (fun _ => 0) (dyadic k z)). intros [ | i]; apply has_all. Qed.

Definition side (k : nat) (s : Z * Z) : I.type :=
  let c := number k (fst s) in let r := number k (snd s) in
  I.meet (I.upper_extent (I.sub p c r)) (I.lower_extent (I.add p c r)).

Lemma has_side k s x : Rabs (x - ratio k (fst s)) <= ratio k (snd s) -> has (side k s) x.
Proof.
  intro H. apply Rabs_le_between in H. unfold has, side. apply I.meet_correct.
  - apply I.upper_extent_correct with (1 := has_sub p _ _ _ _ (has_number k (fst s)) (has_number k (snd s))). lra.
  - apply I.lower_extent_correct with (1 := has_add p _ _ _ _ (has_number k (fst s)) (has_number k (snd s))). lra.
Qed.

Definition box : Set := list (Z * Z).
Definition centre (k : nat) (b : box) (i : nat) : R := ratio k (fst (nth i b (0, 0)%Z)).
Definition radius (k : nat) (b : box) (i : nat) : R := ratio k (snd (nth i b (0, 0)%Z)).
Definition inside (k : nat) (b : box) (x : nat -> R) : Prop :=
  forall i, (i < length b)%nat -> Rabs (x i - centre k b i) <= radius k b i.

(* A box and, behind it, the numbers that do not move. *)
Definition around (k : nat) (b : box) (fixed : list I.type) : list I.type := map (side k) b ++ fixed.
Definition rest_has (n : nat) (fixed : list I.type) (x : nat -> R) : Prop :=
  forall i, has (nth i fixed I.nai) (x (n + i)%nat).

Lemma nth_mapped (A B : Type) (f : A -> B) l i d e : (i < length l)%nat -> nth i (map f l) e = f (nth i l d).
Proof. revert i. induction l; intros [ | i] H; simpl in *; try lia; [reflexivity | apply IHl; lia]. Qed.

Lemma cover_app (A : Type) (f : A -> I.type) (l : list A) (d : A) fixed x :
  (forall i, (i < length l)%nat -> has (f (nth i l d)) (x i)) -> rest_has (length l) fixed x ->
  cover (map f l ++ fixed) x.
Proof.
  intros H R i. destruct (Nat.lt_ge_cases i (length l)) as [L | L].
  - rewrite app_nth1 by (rewrite map_length; exact L). rewrite (nth_mapped _ _ f l i d _ L). apply H. exact L.
  - rewrite app_nth2 by (rewrite map_length; exact L). rewrite map_length.
    replace i with (length l + (i - length l))%nat at 2 by lia. apply R.
Qed.

Lemma cover_around k b fixed x : inside k b x -> rest_has (length b) fixed x -> cover (around k b fixed) x.
Proof. intros B R. apply (cover_app _ (side k) b (0, 0)%Z); [ | exact R]. intros i L. apply has_side. exact (B i L). Qed.

Definition fits (k : nat) (V : I.type) (s : Z * Z) : bool :=
  let d := I.sub p V (number k (fst s)) in let r := number k (snd s) in
  not_negative (I.sub p r d) && not_negative (I.add p r d).

Lemma fits_correct k V s v : has V v -> fits k V s = true -> Rabs (v - ratio k (fst s)) <= ratio k (snd s).
Proof.
  intros A S. apply andb_prop in S. destruct S as [S T].
  pose proof (has_sub p _ _ _ _ A (has_number k (fst s))) as D.
  pose proof (not_negative_correct _ _ (has_sub p _ _ _ _ (has_number k (snd s)) D) S).
  pose proof (not_negative_correct _ _ (has_add p _ _ _ _ (has_number k (snd s)) D) T).
  apply Rabs_le_between. lra.
Qed.

Definition all_fit (k : nat) (X : list I.type) (es : list expression) (b : box) : bool :=
  Nat.eqb (length es) (length b) && forallb (fun c => fits k (enclose p X (fst c)) (snd c)) (combine es b).

Lemma forallb_combine (A B : Type) (f : A * B -> bool) l m i d e :
  forallb f (combine l m) = true -> (i < length l)%nat -> (i < length m)%nat -> f (nth i l d, nth i m e) = true.
Proof.
  revert m i. induction l; intros [ | b m] [ | i] H L M; simpl in *; try lia; apply andb_prop in H; destruct H as [H J].
  - exact H.
  - apply IHl; [exact J | lia | lia].
Qed.

Theorem all_fit_correct k X x es b y : cover X x -> all_fit k X es b = true ->
  (forall i, (i < length b)%nat -> y i = value x (nth i es (Int 0))) -> inside k b y.
Proof.
  intros C F E i L. apply andb_prop in F. destruct F as [N F]. apply Nat.eqb_eq in N.
  rewrite (E i L). apply (fits_correct k (enclose p X (nth i es (Int 0))) (nth i b (0, 0)%Z)); [apply enclosed; exact C | ].
  exact (forallb_combine _ _ (fun c => fits k (enclose p X (fst c)) (snd c)) es b i (Int 0) (0, 0)%Z F ltac:(lia) L).
Qed.
End Boxes.

(* ---- the mean value theorem along the coordinates ---- *)

Section Points.
Variables (n : nat) (g : (nat -> R) -> R) (dg : nat -> (nat -> R) -> R) (c r x : nat -> R).
Definition near_by (y : nat -> R) : Prop :=
  (forall i, (i < n)%nat -> Rabs (y i - c i) <= r i) /\ (forall i, (n <= i)%nat -> y i = x i).
Hypothesis E : forall y z, (forall i, y i = z i) -> g y = g z.
Hypothesis D : forall y j, near_by y -> (j < n)%nat -> is_derive (fun t => g (with_coordinate y j t)) (y j) (dg j y).
Hypothesis X : forall i, (i < n)%nat -> Rabs (x i - c i) <= r i.
Hypothesis C : forall i, (n <= i)%nat -> c i = x i.

Lemma between k : (k < n)%nat ->
  exists y, near_by y /\ g (mixed x c (S k)) - g (mixed x c k) = dg k y * (x k - c k).
Proof.
  intro L. set (m := mixed x c k).
  assert (N : forall t, Rmin (c k) (x k) <= t <= Rmax (c k) (x k) -> near_by (with_coordinate m k t)).
  { intros t T. split; intros i I; unfold with_coordinate, m, mixed.
    - destruct (Nat.eqb_spec i k) as [Q | Q].
      + subst i. specialize (X k I). apply Rabs_le_between in X. apply Rabs_le_between.
        revert T. unfold Rmin, Rmax. destruct (Rle_dec (c k) (x k)); lra.
      + destruct (Nat.ltb i k); [exact (X i I) | ]. rewrite Rminus_diag_eq, Rabs_R0 by reflexivity.
        apply Rle_trans with (2 := X i I). apply Rabs_pos.
    - destruct (Nat.eqb_spec i k); [lia | ]. destruct (Nat.ltb i k); [reflexivity | exact (C i I)]. }
  assert (G : forall t, Rmin (c k) (x k) <= t <= Rmax (c k) (x k) ->
    is_derive (fun s => g (with_coordinate m k s)) t (dg k (with_coordinate m k t))).
  { intros t T. pose proof (D _ k (N t T) L) as A.
    replace (with_coordinate m k t k) with t in A by (unfold with_coordinate; rewrite Nat.eqb_refl; reflexivity).
    apply (is_derive_ext (fun s => g (with_coordinate (with_coordinate m k t) k s))); [ | exact A].
    intro s. apply E. intro i. apply with_other. }
  destruct (MVT_gen (fun s => g (with_coordinate m k s)) (c k) (x k) (fun t => dg k (with_coordinate m k t))) as [z [Z F]].
  - intros t T. apply G. lra.
  - intros t T. apply continuity_pt_filterlim. apply (ex_derive_continuous (K := R_AbsRing) (V := R_NormedModule)).
    exists (dg k (with_coordinate m k t)). apply G. exact T.
  - exists (with_coordinate m k z). split; [exact (N z Z) | ]. rewrite <- F.
    rewrite (E (with_coordinate m k (x k)) (mixed x c (S k))), (E (with_coordinate m k (c k)) m); [reflexivity | | ];
      intro i; unfold with_coordinate, m, mixed; destruct (Nat.eqb_spec i k) as [Q | Q]; try subst i.
    + rewrite Nat.ltb_irrefl. reflexivity.
    + reflexivity.
    + replace (Nat.ltb k (S k)) with true by (symmetry; apply Nat.ltb_lt; lia). reflexivity.
    + destruct (Nat.ltb_spec i k); destruct (Nat.ltb_spec i (S k)); try reflexivity; lia.
Qed.

Lemma telescope k : (k <= n)%nat -> exists v, (forall j, (j < k)%nat -> exists y, near_by y /\ v j = dg j y)
  /\ g (mixed x c k) - g c = dot k v (fun j => x j - c j).
Proof.
  induction k; intro L.
  - exists (fun _ => 0). split; [intros; lia | ]. simpl. rewrite (E (mixed x c 0) c) by reflexivity. ring.
  - destruct IHk as [v [V S]]; [lia | ]. destruct (between k L) as [y [Y Q]].
    set (w := fun j => if Nat.eqb j k then dg k y else v j). exists w. split.
    + intros j J. unfold w. destruct (Nat.eqb_spec j k) as [W | W]; [subst j; exists y; auto | apply V; lia].
    + rewrite dot_last. replace (w k) with (dg k y) by (unfold w; rewrite Nat.eqb_refl; reflexivity).
      replace (dot k w (fun j => x j - c j)) with (dot k v (fun j => x j - c j)).
      * rewrite <- S, <- Q. ring.
      * rewrite (dot_comm k v), (dot_comm k w). apply dot_respects. intros j J.
        unfold w. destruct (Nat.eqb_spec j k); [lia | reflexivity].
Qed.

Lemma mean_points : exists v, (forall j, (j < n)%nat -> exists y, near_by y /\ v j = dg j y)
  /\ g x = g c + dot n v (fun j => x j - c j).
Proof.
  destruct (telescope n (le_n n)) as [v [V S]]. exists v. split; [exact V | ]. rewrite <- S.
  rewrite (E x (mixed x c n)); [ring | ]. intro i. unfold mixed.
  destruct (Nat.ltb_spec i n); [reflexivity | symmetry; apply C; assumption].
Qed.
End Points.

(* ---- maps from box to box ---- *)

(* That the rows of df are the derivatives of f by the first n variables where the conditions hold. *)
Definition differentiable (n : nat) (cs : list condition) (f : list expression) (df : list (list expression)) : Prop :=
  forall x i j, (i < n)%nat -> (j < n)%nat -> all_hold x cs ->
  is_derive (fun t => value (with_coordinate x j t) (nth i f (Int 0))) (x j) (value x (nth j (nth i df []) (Int 0))).

Section Map.
(* Digits, in bits, of all numbers and of what is enclosed over boxes; what boxes are over; the map and what does not move. *)
Variables (p low : Number.precision) (k : nat).
Variables (cs : list condition) (f : list expression) (df : list (list expression)) (fixed : list I.type).
Let n := length f.

Fixpoint sum (row : list expression) (B D : list I.type) : I.type :=
  match row, D with
  | e :: row, d :: D => I.add p (I.mul p (enclose low B e) d) (sum row B D)
  | _, _ => I.fromZ p 0
  end.

Lemma has_sum B : forall row D v d, length row = length D ->
  (forall j, (j < length row)%nat -> has (enclose low B (nth j row (Int 0))) (v j)) ->
  (forall j, (j < length D)%nat -> has (nth j D I.nai) (d j)) -> has (sum row B D) (dot (length row) v d).
Proof.
  induction row as [ | e row IH]; intros [ | d0 D] v d L V W; simpl in *; try discriminate.
  - apply I.fromZ_correct.
  - apply has_add; [apply has_mul; [apply (V 0%nat); lia | apply (W 0%nat); lia] | ].
    apply (IH D (fun j => v (S j)) (fun j => d (S j))); [lia | intros j J; apply (V (S j)); lia | intros j J; apply (W (S j)); lia].
Qed.

Definition offset (s : Z * Z) : I.type := I.sub p (side p k s) (number p k (fst s)).

Definition carries (b b' : box) : bool :=
  let C := map (fun s => number p k (fst s)) b ++ fixed in
  let B := around p k b fixed in
  let D := map offset b in
  Nat.eqb (length b) n && Nat.eqb (length b') n && Nat.eqb (length df) n
  && forallb (fun row => Nat.eqb (length row) n) df && forallb (shown p B) cs
  && forallb (fun c => fits p k (I.add p (enclose p C (fst (fst c))) (sum (snd (fst c)) B D)) (snd c)) (combine (combine f df) b').

Hypothesis Smooth : differentiable n cs f df.

Theorem carried b b' x y : carries b b' = true -> inside k b x -> rest_has n fixed x ->
  (forall i, (i < n)%nat -> y i = value x (nth i f (Int 0))) -> inside k b' y.
Proof.
  intros H X R Y. unfold carries in H. repeat (apply andb_prop in H; destruct H as [H ?]).
  apply Nat.eqb_eq in H. rename H0 into F, H1 into S, H2 into Rows, H3 into Ld, H4 into L'.
  apply Nat.eqb_eq in L', Ld. intros i I. rewrite L' in I. rewrite (Y i I).
  set (c := fun j => if Nat.ltb j n then centre k b j else x j).
  set (row := nth i df []).
  assert (Lr : length row = n).
  { assert (In row df) by (apply nth_In; lia). rewrite forallb_forall in Rows. apply Nat.eqb_eq. apply Rows. assumption. }
  assert (Cov : forall z, near_by n (centre k b) (radius k b) x z -> cover (around p k b fixed) z).
  { intros z [Z1 Z2]. apply cover_around.
    - intros j J. apply Z1. lia.
    - intro j. rewrite H. rewrite Z2 by lia. apply R. }
  assert (Nc : forall j, (j < n)%nat -> c j = centre k b j)
    by (intros j J; unfold c; replace (Nat.ltb j n) with true by (symmetry; apply Nat.ltb_lt; exact J); reflexivity).
  assert (Nx : forall j, (n <= j)%nat -> c j = x j)
    by (intros j J; unfold c; destruct (Nat.ltb_spec j n); [lia | reflexivity]).
  assert (Same : forall z, near_by n c (radius k b) x z -> near_by n (centre k b) (radius k b) x z).
  { intros z [Z1 Z2]. split; [ | exact Z2]. intros j J. rewrite <- (Nc j J). apply Z1. exact J. }
  destruct (mean_points n (fun z => value z (nth i f (Int 0))) (fun j z => value z (nth j row (Int 0))) c (radius k b) x)
    as [v [V Q]].
  - intros z w A. apply value_ext. exact A.
  - intros z j Z J. apply Smooth; [exact I | exact J | ].
    apply (all_shown p (around p k b fixed)); [ | exact S]. apply Cov. apply Same. exact Z.
  - intros j J. rewrite (Nc j J). apply X. lia.
  - exact Nx.
  - rewrite Q. refine (fits_correct p k _ _ _ _ (forallb_combine _ _ _ _ _ i (Int 0, []) (0, 0)%Z F _ _)).
    + simpl. rewrite combine_nth by lia. simpl. fold row. apply has_add.
      * apply enclosed. apply (cover_app (Z * Z) (fun s => number p k (fst s)) b (0, 0)%Z).
        -- intros j J. rewrite Nc by lia. apply has_number.
        -- intro j. rewrite H. rewrite Nx by lia. apply R.
      * rewrite <- Lr. apply has_sum.
        -- rewrite map_length. lia.
        -- intros j J. destruct (V j ltac:(lia)) as [z [Z W]]. rewrite W. apply enclosed. apply Cov. apply Same. exact Z.
        -- intros j J. rewrite map_length in J. rewrite (nth_mapped _ _ offset b j (0, 0)%Z _ J).
           unfold offset. rewrite Nc by lia. apply has_sub; [ | apply has_number]. apply has_side. apply X. exact J.
    + rewrite combine_length. lia.
    + lia.
Qed.

(* A sequence in boxes, the first at t. *)
Fixpoint runs (t : Z) (bs : list box) (x : Z -> nat -> R) : Prop :=
  match bs with [] => True | b :: bs => inside k b (x t) /\ runs (t + 1) bs x end.

Fixpoint follows (b : box) (bs : list box) : bool :=
  match bs with [] => true | b' :: bs => carries b b' && follows b' bs end.

Variables (a : Z) (x : Z -> nat -> R).
Hypothesis Moves : forall t, (a <= t)%Z -> forall i, (i < n)%nat -> x (t + 1)%Z i = value (x t) (nth i f (Int 0)).
Hypothesis Rest : forall t, (a <= t)%Z -> rest_has n fixed (x t).

Theorem followed bs : forall b t, (a <= t)%Z -> follows b bs = true -> inside k b (x t) -> runs t (b :: bs) x.
Proof.
  induction bs as [ | b' bs IH]; intros b t T F X; (split; [exact X | ]); [exact Logic.I | ].
  simpl in F. apply andb_prop in F. destruct F as [F G].
  apply IH; [lia | exact G | ]. exact (carried b b' (x t) (x (t + 1)%Z) F X (Rest t T) (Moves t T)).
Qed.

Lemma last_box bs : forall b t, runs t (b :: bs) x -> inside k (last bs b) (x (t + Z.of_nat (length bs))%Z).
Proof.
  induction bs as [ | b' bs IH]; intros b t [X Y].
  - simpl. replace (t + 0)%Z with t by lia. exact X.
  - specialize (IH b' (t + 1)%Z Y). replace (last (b' :: bs) b) with (last bs b') by (destruct bs; [reflexivity | simpl; clear; revert b0; induction bs; intro; simpl; auto]).
    replace (t + Z.of_nat (length (b' :: bs)))%Z with (t + 1 + Z.of_nat (length bs))%Z by (simpl length; lia). exact IH.
Qed.

(* What is claimed of each. *)
Fixpoint claimed (bs : list box) (cs : list (list condition)) : bool :=
  match bs, cs with
  | b :: bs, c :: cs => Nat.eqb (length b) n && forallb (shown p (around p k b fixed)) c && claimed bs cs
  | _, [] => true
  | [], _ => false
  end.

Fixpoint all_claims (t : Z) (cs : list (list condition)) : Prop :=
  match cs with [] => True | [c] => all_hold (x t) c | c :: cs => all_hold (x t) c /\ all_claims (t + 1) cs end.

Theorem claims_hold cs' : forall bs t, (a <= t)%Z -> runs t bs x -> claimed bs cs' = true -> all_claims t cs'.
Proof.
  induction cs' as [ | c cs' IH]; intros bs t T X S; [exact Logic.I | ].
  destruct bs as [ | b bs]; simpl in S; [discriminate | ].
  apply andb_prop in S. destruct S as [S U]. apply andb_prop in S. destruct S as [N S]. apply Nat.eqb_eq in N.
  destruct X as [X Y].
  assert (A : all_hold (x t) c).
  { apply (all_shown p (around p k b fixed)); [ | exact S]. apply cover_around; [exact X | ]. rewrite N. apply Rest. exact T. }
  specialize (IH bs (t + 1)%Z ltac:(lia) Y U). destruct cs'; [exact A | exact (conj A IH)].
Qed.

(* What is claimed of all of them. *)
Theorem everywhere c bs : forall t, (a <= t)%Z -> runs t bs x ->
  forallb (fun b => Nat.eqb (length b) n && forallb (shown p (around p k b fixed)) c) bs = true ->
  forall u, (t <= u < t + Z.of_nat (length bs))%Z -> all_hold (x u) c.
Proof.
  induction bs as [ | b bs IH]; intros t T X S u U; [simpl in U; lia | ].
  simpl in S. apply andb_prop in S. destruct S as [S V]. apply andb_prop in S. destruct S as [N S]. apply Nat.eqb_eq in N.
  destruct X as [X Y]. destruct (Z.eq_dec u t) as [Q | Q].
  - subst u. apply (all_shown p (around p k b fixed)); [ | exact S]. apply cover_around; [exact X | ]. rewrite N. apply Rest. exact T.
  - apply (IH (t + 1)%Z ltac:(lia) Y V). simpl length in U. lia.
Qed.
End Map.

Lemma nothing_fixed n x : rest_has n [] x.
Proof. intro i. destruct i; apply has_all. Qed.

Lemma ratio_nonneg k z : (0 <= z)%Z -> 0 <= ratio k z.
Proof.
  intro H. apply Rmult_le_pos; [exact (IZR_le _ _ H) | ]. apply Rlt_le, Rinv_0_lt_compat, pow_lt. lra.
Qed.

Lemma ratio_le k y z : (y <= z)%Z -> ratio k y <= ratio k z.
Proof.
  intro H. apply Rmult_le_compat_r; [ | exact (IZR_le _ _ H)]. apply Rlt_le, Rinv_0_lt_compat, pow_lt. lra.
Qed.

Lemma fixed_box p k n b x : (forall i, (i < length b)%nat -> Rabs (x (n + i)%nat - centre k b i) <= radius k b i) ->
  rest_has n (map (side p k) b) x.
Proof.
  intros H i. destruct (Nat.lt_ge_cases i (length b)) as [L | L].
  - rewrite (nth_mapped _ _ (side p k) b i (0, 0)%Z _ L). apply has_side. exact (H i L).
  - rewrite nth_overflow by (rewrite map_length; exact L). apply has_all.
Qed.

Lemma nothing_covers x : cover [] x.
Proof. intros [ | i]; apply has_all. Qed.
