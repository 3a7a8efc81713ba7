# «Catalogue» and a seller's page.
button-seller = About the seller
button-sellers-gigs = Other gigs of the seller
seller-on-sale =
    { $n ->
        [one] { $n } gig on sale:
       *[other] { $n } gigs on sale:
    }
seller-sells-nothing = The seller has no gigs on sale now.
